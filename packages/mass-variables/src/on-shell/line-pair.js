/**
 * The quartic of one event and one set of masses as a function on the unit circle, as a row of numbers,
 *
 *     f(x, y) = A (x² − y²) + B x + C y + D,   x² + y² = 1,   A ≥ 0
 *
 * and the two lines whose crossings with the circle are its zeros:
 *
 *     p x − q y + plus = 0,   p x + q y + minus = 0,   p² + q² = 2A
 */
export const QUARTIC = {
    A: 0,
    B: 1,
    C: 2,
    D: 3,
    p: 4,
    q: 5,
    plus: 6,
    minus: 7,
    length: 8,
};
/** Closeness of ν to ±1 below which p or q comes from the other. */
const EDGE = 1e-7;
const MOST_STEPS = 80;
/**
 * Finds the pair of lines.
 *
 *     A (x² − y²) + B x + C y + D + Aν (x² + y² − 1) = (p x + s)² − (q y − r)²
 *     p² = A (1 + ν),   q² = A (1 − ν),   s = B/2p,   r = C/2q,   s² − r² = D − Aν
 *
 * ν is a root of a cubic that has one in [−1, 1] always, whose lines are real, and three if f has four
 * zeros. Of three that one is taken that is farthest from the others: it stays apart where zeros merge,
 * so that a touching line, not a vanishing pair, marks the end of solvability.
 *
 * @param f Holds A to D ; receives the lines.
 */
export function setLinePair(f) {
    const rounding = Number.EPSILON * (Math.abs(f[QUARTIC.B]) + Math.abs(f[QUARTIC.C]));
    // A circle instead of an ellipse has one line only: the other one is put out of reach.
    const A = Math.max(f[QUARTIC.A], rounding, 1e-100);
    f[QUARTIC.A] = A;
    const b = 0.25 * f[QUARTIC.B] * f[QUARTIC.B];
    const c = 0.25 * f[QUARTIC.C] * f[QUARTIC.C];
    const D = f[QUARTIC.D];
    const first = rootBetween(A, b, c, D);
    // The other two are half ± √square.
    const half = 0.5 * (D / A - first);
    const square = half * half - ((b + c) / (A * A) - 1 - 2 * half * first);
    const apart = square > 0 ? Math.sqrt(square) : 0;
    const low = half - apart;
    const high = half + apart;
    let nu = first;
    if (square > 0 && low > -1 && high < 1) {
        const least = Math.min(first, low);
        const most = Math.max(first, high);
        const middle = first + low + high - least - most;
        nu = polished(most - middle > middle - least ? most : least, A, b, c, D);
    }
    if (setLines(f, nu))
        return;
    // ν = ±1 is a root where B or C is 0, and its lines may not be real: then another one's are.
    if (square > 0 && low > -1 && low < 1 && setLines(f, polished(low, A, b, c, D)))
        return;
    if (square > 0 && high > -1 && high < 1 && setLines(f, polished(high, A, b, c, D)))
        return;
    f[QUARTIC.plus] = Infinity;
    f[QUARTIC.minus] = Infinity;
}
function cubic(nu, A, b, c, D) {
    return A * (nu - 1) * (nu + 1) * (D - A * nu) + b * (1 - nu) - c * (1 + nu);
}
function slope(nu, A, b, c, D) {
    return A * (2 * nu * (D - A * nu) - A * (nu - 1) * (nu + 1)) - b - c;
}
/** A root between −1, where the cubic is not negative, and 1, where it is not positive. */
function rootBetween(A, b, c, D) {
    let low = -1;
    let high = 1;
    let nu = b + c > 0 ? (b - c) / (b + c) : 0;
    for (let step = 0; step < MOST_STEPS; ++step) {
        const value = cubic(nu, A, b, c, D);
        if (value === 0)
            return nu;
        if (value > 0)
            low = nu;
        else
            high = nu;
        const newton = nu - value / slope(nu, A, b, c, D);
        const next = newton > low && newton < high ? newton : 0.5 * (low + high);
        if (Math.abs(next - nu) < 4e-16)
            return next;
        nu = next;
    }
    return nu;
}
function polished(start, A, b, c, D) {
    let nu = start;
    for (let step = 0; step < 2; ++step) {
        const change = cubic(nu, A, b, c, D) / slope(nu, A, b, c, D);
        if (!(Math.abs(change) < 0.1))
            return start;
        nu -= change;
    }
    return Math.max(-1, Math.min(1, nu));
}
function setLines(f, nu) {
    const A = f[QUARTIC.A];
    const difference = f[QUARTIC.D] - A * nu;
    const p = Math.sqrt(A * Math.max(0, 1 + nu));
    const q = Math.sqrt(A * Math.max(0, 1 - nu));
    let s = f[QUARTIC.B] / (2 * p);
    let r = f[QUARTIC.C] / (2 * q);
    if (1 + nu < EDGE) {
        if (difference + r * r < -EDGE * (Math.abs(difference) + r * r))
            return false;
        s = signed(Math.sqrt(Math.max(0, difference + r * r)), f[QUARTIC.B]);
    }
    else if (1 - nu < EDGE) {
        if (s * s - difference < -EDGE * (Math.abs(difference) + s * s))
            return false;
        r = signed(Math.sqrt(Math.max(0, s * s - difference)), f[QUARTIC.C]);
    }
    f[QUARTIC.p] = p;
    f[QUARTIC.q] = q;
    // The smaller of s ± r loses its digits in the difference; their product has them.
    const alike = s * r > 0;
    const larger = alike ? s + r : s - r;
    const smaller = larger === 0 ? Math.sqrt(Math.abs(difference)) : difference / larger;
    f[QUARTIC.plus] = alike ? larger : smaller;
    f[QUARTIC.minus] = alike ? smaller : larger;
    return true;
}
function signed(size, like) {
    return like < 0 ? -size : size;
}
