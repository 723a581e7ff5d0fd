import { EVENT } from "./event.js";
import { solve } from "./solve.js";
/** Beyond these, powers of momenta leave the range of numbers. */
const LARGEST = 1e30;
const SMALLEST = 1e-30;
/** An event as it is given: the row of an `EVENT`, with the branches in any order. */
export const given = new Float64Array(EVENT.length);
/** The same with the branches in order; nothing in either outlives a call. */
const ordered = new Float64Array(EVENT.length);
/**
 * M_T2 of the event in `given`, which receives k₁ and whether M_T2 is at the threshold.
 *
 * @returns M_T2 in the same units; NaN if a number of it is NaN or infinite, and only then.
 */
export function mt2OfGiven() {
    let size = 0;
    for (let i = EVENT.m1; i <= EVENT.Py; ++i)
        size += Math.abs(given[i]);
    if (!(size > SMALLEST && size < LARGEST))
        return mt2OfExtreme();
    return mt2InOrder();
}
function mt2InOrder() {
    const inOrder = given[EVENT.m1] + given[EVENT.mk1] >= given[EVENT.m2] + given[EVENT.mk2];
    const first = inOrder ? EVENT.m1 : EVENT.m2;
    const second = inOrder ? EVENT.m2 : EVENT.m1;
    for (let i = 0; i < 4; ++i) {
        ordered[EVENT.m1 + i] = given[first + i];
        ordered[EVENT.m2 + i] = given[second + i];
    }
    const Px = given[EVENT.Px];
    const Py = given[EVENT.Py];
    ordered[EVENT.Px] = Px;
    ordered[EVENT.Py] = Py;
    const value = solve(ordered);
    const kx = ordered[EVENT.kx];
    const ky = ordered[EVENT.ky];
    given[EVENT.kx] = inOrder ? kx : Px - kx;
    given[EVENT.ky] = inOrder ? ky : Py - ky;
    given[EVENT.shared] = ordered[EVENT.shared];
    return value;
}
/** The same in units of a power of two that make the event of order one. */
function mt2OfExtreme() {
    let largest = 0;
    for (let i = EVENT.m1; i <= EVENT.Py; ++i)
        largest = Math.max(largest, Math.abs(given[i]));
    if (!(largest < Infinity))
        return NaN;
    if (largest === 0) {
        given.fill(0);
        given[EVENT.shared] = 1;
        return 0;
    }
    const unit = 2 ** Math.floor(Math.log2(largest));
    for (let i = EVENT.m1; i <= EVENT.Py; ++i)
        given[i] /= unit;
    const value = unit * mt2InOrder();
    given[EVENT.kx] *= unit;
    given[EVENT.ky] *= unit;
    return value;
}
