import type { Dual } from './dual.ts';
import { CHAIN, MINIMUM, type Problem } from './problem.ts';
import type { Support } from './support.ts';

/** sinh of the rapidity between o and c that counts as none, where both have transverse mass 1. */
const SAME_RAPIDITY = 1e-11;
/** Steps of Newton's method for the level, and where it sets out. */
const STEPS = 80;
const LOWEST = 1e-12;
/** A root's argument below 0 that is rounding. */
const ROUNDING = 1e-13;

/**
 * Solves an event of which one chain's o and c have the same rapidity, as in an event without any
 * longitudinal momenta, if that is what keeps Newton's method from ending.
 *
 * Along the beam c = a o then, and in the direction u = ±(σ(a o_T − c_T), 1) V = λ o, λ = ±σa, is
 * parallel to o: all k of this chain are equally far, the (k_T, c·k) it allows are a filled plane
 * figure, and h has a kink. Where the minimum lies there, h = 0 gives the level, the other chain's k is
 * the farthest, this chain's k_T follows from P and its longitudinal part from o·k, in two ways that
 * are equally good.
 *
 * @returns Whether that is the minimum: momenta of the lower bound h = 0 exist.
 */
export function solveFlat(dual: Dual, problem: Problem, minimum: Float64Array): boolean {
  const { chain1, chain2 } = dual;
  const { chain1: row1, chain2: row2 } = problem;
  return (
    atKink(dual, row1, chain1, MINIMUM.k1E, row2, chain2, MINIMUM.k2E, minimum) ||
    atKink(dual, row2, chain2, MINIMUM.k2E, row1, chain1, MINIMUM.k1E, minimum)
  );
}

function atKink(
  dual: Dual,
  flat: Float64Array,
  flatSupport: Support,
  flatAt: number,
  other: Float64Array,
  otherSupport: Support,
  otherAt: number,
  minimum: Float64Array
): boolean {
  const oE = flat[CHAIN.oE];
  const oz = flat[CHAIN.oz];
  const cE = flat[CHAIN.cE];
  const cz = flat[CHAIN.cz];
  const square = (oE - oz) * (oE + oz);
  const product = oE * cE - oz * cz;
  if (!(square > 0) || Math.abs(oE * cz - oz * cE) > SAME_RAPIDITY * product) return false;
  const ratio = product / square;
  for (const sign of [1, -1]) {
    const turn = sign * flatSupport.sigma;
    dual.aim(
      turn * (ratio * flat[CHAIN.ox] - flat[CHAIN.cx]),
      turn * (ratio * flat[CHAIN.oy] - flat[CHAIN.cy]),
      sign
    );
    const lambda = flatSupport.sigma * dual.theta * ratio;
    if (!seekLevel(dual, flatSupport, otherSupport, lambda)) continue;
    const x = dual.Px - otherSupport.kx;
    const y = dual.Py - otherSupport.ky;
    const m = flat[CHAIN.m];
    const q =
      dual.level + flatSupport.slack + flatSupport.edge + flat[CHAIN.ox] * x + flat[CHAIN.oy] * y;
    const rr = q * q - square * (m * m + x * x + y * y);
    if (!(q >= 0 && rr >= -ROUNDING * q * q)) continue;
    minimum[MINIMUM.level] = dual.threshold + dual.level;
    write(minimum, flatAt, m, x, y, (q * oz + Math.sqrt(Math.max(0, rr)) * oE) / square);
    const z =
      otherSupport.alpha * otherSupport.sigma * dual.theta * other[CHAIN.cz] +
      otherSupport.beta * other[CHAIN.oz];
    write(minimum, otherAt, other[CHAIN.m], otherSupport.kx, otherSupport.ky, z);
    return true;
  }
  return false;
}

/** Newton's method from below for h(u; Y) = 0, which is concave in Y. */
function seekLevel(dual: Dual, flat: Support, other: Support, lambda: number): boolean {
  const { nuX, nuY, theta } = dual;
  dual.level = LOWEST;
  for (let step = 0; step < STEPS; ++step) {
    if (!other.at(dual)) return false;
    const y = dual.level + flat.slack + flat.edge;
    const own = nuX * other.kx + nuY * other.ky - theta * other.ck;
    const h = own - lambda * y - (nuX * dual.Px + nuY * dual.Py) + theta * dual.C0;
    const rate = nuX * other.rateX + nuY * other.rateY - theta * other.rateC - lambda;
    if (!(h < 0 && rate > 0)) return step > 0 && rate > 0;
    const level = dual.level - h / rate;
    if (!(level > dual.level)) return true;
    dual.level = level;
  }
  return false;
}

function write(row: Float64Array, at: number, m: number, x: number, y: number, z: number): void {
  row[at] = Math.sqrt(m * m + x * x + y * y + z * z);
  row[at + 1] = x;
  row[at + 2] = y;
  row[at + 3] = z;
}
