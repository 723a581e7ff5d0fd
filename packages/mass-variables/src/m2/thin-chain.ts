import { Dual } from './dual.ts';
import { writeMomenta } from './momenta.ts';
import type { Problem } from './problem.ts';
import { ShearedProblem } from './sheared-problem.ts';

/** One of each for all events, so that none allocates; nothing in them outlives a call. */
const dual = new Dual();
const sheared = new ShearedProblem();

/** sinh of the rapidity between o and c up to which a chain counts as thin. */
const THIN = 1e-2;
const STEPS = 60;
const SHORTENINGS = 30;
const SHORTER = 0.4;
/** The first level, and the steps to that of the first direction. */
const LOWEST = 1e-12;
const LEVEL_STEPS = 80;
/** What k₁T + k₂T − P, and h, may be at the end. */
const CLOSED = 1e-11;
const LEVEL_CLOSED = 1e-13;
/** The same where no step gains: then it is rounding, and the residual tells of what. */
const NEAR = 1e-6;
const LEVEL_NEAR = 1e-11;
/** Rounding of h that is no rise. */
const ROUNDING = 1e-15;

/**
 * Solves an event in which o and c of a chain have all but the same rapidity, as in one without longitudinal
 * momenta, if that is what keeps Newton's method from ending.
 *
 * The (k_T, c·k) that such a chain allows are a disc, so thin that in its normal's direction u has too few
 * digits. With the condition of `ShearedProblem` θ = ±1 is that direction, ν is measured in thicknesses
 * of the disc, and nothing cancels. Y rises from one lower bound h(u; Y) = 0 to the next until ν is
 * where h is least.
 *
 * @param problem The event.
 * @param minimum Receives level and momenta.
 * @returns Whether the minimum was found.
 */
export function solveThin(problem: Problem, minimum: Float64Array): boolean {
  for (const second of [false, true]) {
    if (!sheared.set(problem, second, THIN)) continue;
    dual.set(sheared);
    for (const side of [1, -1]) {
      if (!climb(side)) continue;
      writeMomenta(dual, sheared, minimum);
      return true;
    }
  }
  return false;
}

/** Goes to G = 0 with θ on one side. */
function climb(side: number): boolean {
  dual.theta = side;
  dual.nuX = sheared.thickness * sheared.x;
  dual.nuY = sheared.thickness * sheared.y;
  dual.level = LOWEST;
  if (!seekLevel()) return false;
  for (let step = 0; step < STEPS; ++step) {
    if (!(dual.rate > 0)) return false;
    if (isClosed(CLOSED, LEVEL_CLOSED)) return true;
    if (!rise()) break;
  }
  return dual.evaluate() && dual.rate > 0 && isClosed(NEAR, LEVEL_NEAR);
}

function isClosed(momentum: number, level: number): boolean {
  const { gX, gY, h } = dual;
  return Math.abs(gX) < momentum && Math.abs(gY) < momentum && Math.abs(h) < level;
}

/** Newton's method from below for h(u; Y) = 0, which is concave in Y. */
function seekLevel(): boolean {
  for (let step = 0; step < LEVEL_STEPS; ++step) {
    if (!dual.evaluate() || !(dual.rate > 0)) return false;
    if (!(dual.h < 0)) return step > 0;
    const level = dual.level - dual.h / dual.rate;
    if (!(level > dual.level)) return true;
    dual.level = level;
  }
  return false;
}

/** Whether k₁T + k₂T is nearer to P, where h is rounding. */
function isCloser(open: number): boolean {
  const { gX, gY, h } = dual;
  return Math.abs(h) < LEVEL_NEAR && gX * gX + gY * gY < open / 2;
}

/** Newton's step in ν and the level, shortened until it ends in a lower bound of the level. */
function rise(): boolean {
  const { nuX, nuY, level, chain1, chain2 } = dual;
  const gain = -dual.h / dual.rate;
  const x = dual.gX + dual.rateX * gain;
  const y = dual.gY + dual.rateY * gain;
  const xx = chain1.xx + chain2.xx;
  const xy = chain1.xy + chain2.xy;
  const yy = chain1.yy + chain2.yy;
  const det = xx * yy - xy * xy;
  if (!(det > 0)) return false;
  const dx = (xy * y - yy * x) / det;
  const dy = (xy * x - xx * y) / det;
  const open = dual.gX * dual.gX + dual.gY * dual.gY;
  dual.level = level + gain;
  for (let part = 1, k = 0; k < SHORTENINGS; part *= SHORTER, ++k) {
    dual.nuX = nuX + part * dx;
    dual.nuY = nuY + part * dy;
    if (dual.evaluate() && (dual.h <= ROUNDING || isCloser(open))) return true;
  }
  dual.nuX = nuX;
  dual.nuY = nuY;
  dual.level = level;
  return false;
}
