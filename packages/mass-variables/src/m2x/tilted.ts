import { CHAIN, type Problem } from '../m2/problem.ts';

/** Rapidity between o and c below which the momenta of a minimum say too little about its multipliers. */
const FLAT = 1e-12;

/** One for all events, so that none is allocated. */
const tilted: Problem = {
  chain1: new Float64Array(CHAIN.length),
  chain2: new Float64Array(CHAIN.length),
  ptmiss: new Float64Array(2),
};

/**
 * The problem of an event with o and c of a chain at the same rapidity, as in one without longitudinal momenta, with
 * c boosted by 1e-12: no more than rounding, and a rule which of two equally good momenta is taken.
 *
 * @param problem An event.
 * @returns The event itself if it needs no such thing; else its other form, valid until the next call.
 */
export function awayFromFlat(problem: Problem): Problem {
  const { chain1, chain2, ptmiss } = problem;
  if (!isFlat(chain1) && !isFlat(chain2)) return problem;
  tilt(chain1, tilted.chain1);
  tilt(chain2, tilted.chain2);
  tilted.ptmiss.set(ptmiss);
  return tilted;
}

function isFlat(chain: Float64Array): boolean {
  const across = chain[CHAIN.oE] * chain[CHAIN.cz] - chain[CHAIN.oz] * chain[CHAIN.cE];
  return Math.abs(across) < FLAT * chain[CHAIN.oE] * chain[CHAIN.cE];
}

function tilt(chain: Float64Array, out: Float64Array): void {
  out.set(chain);
  if (!isFlat(chain)) return;
  out[CHAIN.cE] += 2 * FLAT * chain[CHAIN.cz];
  out[CHAIN.cz] += 2 * FLAT * chain[CHAIN.cE];
}
