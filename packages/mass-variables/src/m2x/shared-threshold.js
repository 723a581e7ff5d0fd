import { relativesResidual } from '../m2/momentum-residual.js';
import { MINIMUM } from '../m2/problem.js';
import { SlowMomentum } from './slow-momentum.js';
/** One of each for all events, so that none is allocated. */
const first = new SlowMomentum();
const second = new SlowMomentum();
/**
 * M_2XC of an event in which one chain sits at its threshold and the other need not be heavier.
 *
 *     k₁ = m₁ o₁/√o₁²,   c₂·k₂ = c₁·k₁ + con₁ − con₂,   o₂·k₂ + offset₂ ≤ Y = offset₁ + m₁ √o₁²
 *
 * Nothing can be lower than the larger threshold, so this is the minimum if such a k₂ is.
 *
 * @param problem The event.
 * @param minimum Receives level, residual and momenta, if it is.
 * @returns Whether it is such an event.
 */
export function solveAtThreshold(problem, minimum) {
  const { chain1, chain2, ptmiss } = problem;
  if (!first.frame.set(chain1) || !second.frame.set(chain2)) return false;
  const swapped = second.frame.threshold > first.frame.threshold;
  if (swapped) {
    first.frame.set(chain2);
    second.frame.set(chain1);
  }
  const { m, oo, oc, ox, oy, oE, threshold, con } = first.frame;
  if (!(oo > 0)) return false;
  const ratio = m / Math.sqrt(oo);
  second.setTransverse(ptmiss[0] - ratio * ox, ptmiss[1] - ratio * oy);
  if (!second.setProduct(ratio * oc + con - second.frame.con)) return false;
  if (!(second.level <= threshold)) return false;
  minimum[MINIMUM.level] = threshold;
  first.frame.write(
    ratio * oE,
    ratio * ox,
    ratio * oy,
    0,
    minimum,
    swapped ? MINIMUM.k2E : MINIMUM.k1E
  );
  second.write(minimum, swapped ? MINIMUM.k1E : MINIMUM.k2E);
  minimum[MINIMUM.residual] = relativesResidual(problem, minimum);
  return true;
}
