/**
 * Checks a resonance.
 *
 * @param name The function that was called.
 * @throws RangeError if the mass is not positive and finite, or the momentum not finite.
 */
export function checkResonance(name, { mass, pz = 0 }) {
    if (!(mass > 0 && mass < Infinity)) {
        throw new RangeError(`${name}: the mass of the resonance is ${mass}, expected a finite number of GeV above 0.`);
    }
    if (!(Math.abs(pz) < Infinity)) {
        throw new RangeError(`${name}: pz of the resonance is ${pz}, expected a finite number of GeV; leave it out if it is not known.`);
    }
}
