/** Shortenings of a step, by 0.4 each. */
const SHORTENINGS = 8;
/** |G| that counts as 0, in units of the event, and what rounding can leave of it. */
const CLOSED = 1e-11;
const ROUNDING = 1e-9;
/**
 * Newton's method on G(u, Y) = 0 from the dual's u and level.
 *
 *     dY = −u·G / u·G_Y,   du = −H⁺ (G + G_Y dY)
 *
 * shortened until |G| falls.
 *
 * @returns Whether it ended in G = 0 with ∂h/∂Y > 0: the certificate of the global minimum.
 */
export function newton(dual, steps) {
    if (!dual.evaluate())
        return false;
    let violation = dual.violation;
    for (let step = 0; step < steps && violation > CLOSED * CLOSED; ++step) {
        if (!advance(dual, violation))
            break;
        violation = dual.violation;
    }
    return violation < ROUNDING * ROUNDING && dual.rate > 0;
}
/** Goes along the step until |G|² falls; false if it does not. */
function advance(dual, violation) {
    const { level } = dual;
    const rise = levelStep(dual);
    dual.findStep(rise);
    dual.hold();
    let part = 1;
    const most = violation < ROUNDING * ROUNDING ? 1 : SHORTENINGS;
    for (let shortening = 0; shortening < most; ++shortening) {
        dual.move(part, level + part * rise);
        if (dual.evaluate() && dual.violation < (1 - 0.1 * part) * violation)
            return true;
        part *= 0.4;
    }
    dual.move(0, level);
    dual.evaluate();
    return false;
}
function levelStep({ h, rate, level }) {
    const rise = rate > 0 ? -h / rate : h < 0 ? level / 2 : -level / 2;
    return rise > -level ? rise : -0.7 * level;
}
