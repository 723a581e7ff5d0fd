import { CHAIN, type Problem } from '../m2/problem.ts';

/** One for all events, so that none is allocated. */
const relatives: Problem = {
  chain1: new Float64Array(CHAIN.length),
  chain2: new Float64Array(CHAIN.length),
  ptmiss: new Float64Array(2),
};

/**
 * The problem of subsystem (b) with the mass of A itself as the condition,
 *
 *     (a + b)·k = m_A²/2 − ((a + b)² + m²)/2,
 *
 * where M_2CC takes the difference of the masses of A and B: that is the same only at equal masses of B.
 *
 * @param problem An event of subsystem (b).
 * @returns Its other form, valid until the next call.
 */
export function withMassOfA({ chain1, chain2, ptmiss }: Problem): Problem {
  addObjective(chain1, relatives.chain1);
  addObjective(chain2, relatives.chain2);
  relatives.ptmiss.set(ptmiss);
  return relatives;
}

/** Writes a chain with c + o in place of c. */
function addObjective(chain: Float64Array, out: Float64Array): void {
  out.set(chain);
  for (let i = 0; i < 4; ++i) out[CHAIN.cE + i] += chain[CHAIN.oE + i];
  out[CHAIN.cc] += 2 * chain[CHAIN.oc] + chain[CHAIN.oo];
  out[CHAIN.oc] += chain[CHAIN.oo];
  out[CHAIN.con] += chain[CHAIN.offset];
}
