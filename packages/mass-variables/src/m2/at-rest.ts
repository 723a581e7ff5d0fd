import { momentumResidual } from './momentum-residual.ts';
import { CHAIN, MINIMUM, type Problem } from './problem.ts';

/** Violation of a condition that is rounding, in units of the event, and of a product of momenta, relative. */
const ROUNDING = 1e-12;
const PRODUCT_ROUNDING = 1e-14;

/**
 * Solves an event in which both chains can be at their thresholds, as in one whose branches mirror each other
 * and that misses no transverse momentum.
 *
 *     k_i = m_i o_i/√o_i²,   Y = max(offset_i + m_i √o_i²)
 *
 * Nothing is lower. There h is no longer smooth, so that Newton's method does not find it.
 *
 * @param problem The event.
 * @param minimum Receives level, residual and momenta, if it is such an event.
 * @returns Whether it is.
 */
export function solveAtRest(problem: Problem, minimum: Float64Array): boolean {
  const { chain1, chain2 } = problem;
  if (!(chain1[CHAIN.oo] > 0 && chain2[CHAIN.oo] > 0)) return false;
  minimum[MINIMUM.level] = Math.max(
    rest(chain1, minimum, MINIMUM.k1E),
    rest(chain2, minimum, MINIMUM.k2E)
  );
  const residual = momentumResidual(problem, minimum);
  minimum[MINIMUM.residual] = residual;
  const E1 = minimum[MINIMUM.k1E];
  const E2 = minimum[MINIMUM.k2E];
  return residual <= ROUNDING + PRODUCT_ROUNDING * (E1 * E1 + E2 * E2);
}

/** Writes k of a chain at its threshold, which it returns. */
function rest(chain: Float64Array, row: Float64Array, at: number): number {
  const edge = chain[CHAIN.m] * Math.sqrt(chain[CHAIN.oo]);
  const ratio = edge / chain[CHAIN.oo];
  for (let j = 0; j < 4; ++j) row[at + j] = ratio * chain[CHAIN.oE + j];
  return chain[CHAIN.offset] + edge;
}
