import type { Dual } from './dual.ts';
import { CHAIN, type Problem } from './problem.ts';
import { startMassive } from './start-massive.ts';
import { startMassless } from './start-massless.ts';

/** Part of |o_T|² below which o² counts as little. */
const LIGHT = 0.1;
/** Part of |P|² the first level has for the momenta. */
const EXTENT = 0.1;
const LARGE_EXTENT = 0.6;
const SMALL_EXTENT = 1e-4;

/**
 * Aims the dual at a first direction and level.
 *
 * @returns False if there is none.
 */
export function start(dual: Dual, problem: Problem): boolean {
  return isLight(problem.chain1) && isLight(problem.chain2)
    ? startMassless(dual, problem)
    : startMassive(dual, problem, EXTENT);
}

function isLight(chain: Float64Array): boolean {
  const x = chain[CHAIN.ox];
  const y = chain[CHAIN.oy];
  return chain[CHAIN.oo] <= LIGHT * (x * x + y * y);
}

/**
 * Aims the dual once more, in another way for each attempt.
 *
 * @returns False if there is no such direction.
 */
export function startAgain(dual: Dual, problem: Problem, attempt: number): boolean {
  if (attempt === 0) return start(dual, problem);
  if (attempt === 1) return startInside(dual, problem);
  return startMassive(dual, problem, attempt === 2 ? LARGE_EXTENT : SMALL_EXTENT);
}

/** Aims well inside the directions in which h is finite, o·V > 0 for both chains. */
function startInside(dual: Dual, problem: Problem): boolean {
  const { chain1, chain2, ptmiss } = problem;
  const size1 = size(chain1);
  const size2 = size(chain2);
  const m = Math.max(chain1[CHAIN.m], chain2[CHAIN.m]);
  dual.aim(
    -(chain1[CHAIN.ox] / size1 + chain2[CHAIN.ox] / size2),
    -(chain1[CHAIN.oy] / size1 + chain2[CHAIN.oy] / size2),
    chain1[CHAIN.oc] / size1 - chain2[CHAIN.oc] / size2
  );
  dual.level =
    0.5 * Math.sqrt(m * m + ptmiss[0] * ptmiss[0] + ptmiss[1] * ptmiss[1]) * Math.max(size1, size2);
  return dual.level > 0 && dual.nuX * 0 === 0;
}

function size(chain: Float64Array): number {
  const x = chain[CHAIN.ox];
  const y = chain[CHAIN.oy];
  const t = chain[CHAIN.oc];
  return Math.sqrt(x * x + y * y + t * t);
}
