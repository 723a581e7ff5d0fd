import { QUARTIC } from "./line-pair.js";
/**
 * How often a pair of lines crosses the unit circle.
 *
 * @param f The quartic with its lines.
 * @returns 0, 2 or 4; a line that touches counts twice.
 */
export function countCrossings(f) {
    const limit = 2 * f[QUARTIC.A];
    const plus = f[QUARTIC.plus];
    const minus = f[QUARTIC.minus];
    return (plus * plus <= limit ? 2 : 0) + (minus * minus <= limit ? 2 : 0);
}
/**
 * Where a pair of lines crosses the unit circle.
 *
 * @param f The quartic with its lines.
 * @param points Receives x and y of each crossing.
 * @returns How many there are: 0, 2 or 4.
 */
export function crossings(f, points) {
    const p = f[QUARTIC.p];
    const q = f[QUARTIC.q];
    const first = cross(p, -q, f[QUARTIC.plus], points, 0);
    const all = first + cross(p, q, f[QUARTIC.minus], points, first);
    for (let k = 0; k < all; ++k)
        polish(f, points, k);
    return all;
}
/** Crossings of x nx + y ny + d = 0. */
function cross(nx, ny, d, points, from) {
    const norm = Math.sqrt(nx * nx + ny * ny);
    const distance = -d / norm;
    const square = (1 - distance) * (1 + distance);
    if (!(square >= 0))
        return 0;
    const ux = nx / norm;
    const uy = ny / norm;
    const chord = Math.sqrt(square);
    const at = 2 * from;
    points[at] = distance * ux - chord * uy;
    points[at + 1] = distance * uy + chord * ux;
    points[at + 2] = distance * ux + chord * uy;
    points[at + 3] = distance * uy - chord * ux;
    return 2;
}
/** Largest correction of an angle that is a correction and no other zero. */
const MOST_CORRECTION = 1e-3;
/** One Newton step in the angle: what two roots and a division have lost. */
function polish(f, points, k) {
    const x = points[2 * k];
    const y = points[2 * k + 1];
    const change = -valueAt(f, x, y) / slopeAt(f, x, y);
    if (!(Math.abs(change) < MOST_CORRECTION))
        return;
    const nearX = x - change * y;
    const nearY = y + change * x;
    const norm = 1 / Math.sqrt(nearX * nearX + nearY * nearY);
    points[2 * k] = nearX * norm;
    points[2 * k + 1] = nearY * norm;
}
function valueAt(f, x, y) {
    return f[QUARTIC.A] * (x - y) * (x + y) + f[QUARTIC.B] * x + f[QUARTIC.C] * y + f[QUARTIC.D];
}
/**
 * Derivative of f with the angle, x = cosφ, y = sinφ.
 *
 * @param f The quartic.
 * @param x Where on the unit circle; likewise `y`.
 */
export function slopeAt(f, x, y) {
    return -4 * f[QUARTIC.A] * x * y - f[QUARTIC.B] * y + f[QUARTIC.C] * x;
}
