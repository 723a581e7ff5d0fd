import { add, div, log, maximum, mul, neg, square, sub } from '@tensorflow/tfjs-core';
import type { Tensor, Tensor2D } from '@tensorflow/tfjs-core';
import type { Momenta } from '../momenta.ts';
import { dot4 } from './arithmetic.ts';
import { LEAST_PHASE_SPACE, logClusterPhaseSpace } from './cluster-phase-space.ts';
import type { CompletedEvent, CompletionSettings } from './completed-event.ts';

/**
 * ln of what the decays contribute at the masses of the resonances.
 *
 *     −Σ_shells [ln Φ + ln m],   Φ = λ^{1/2}(m², m_next², v²)/m²   for one visible of mass v
 *                                Φ = Φ_{n+1}(m; 0, …, 0, m_next)   for n ≥ 2 visibles
 *
 * 1/Φ spreads the decay evenly over its phase space; 1/m turns a density in m² into one in m. Several
 * visibles are each observed, so that Φ is that of all bodies and does not know the mass of their
 * cluster; their own masses are left out, and so are factors that are the same for all masses. m are the masses of
 * the draw, not the auxiliary ones: resonances may be off by the resolution, and at a gap of 0 between the auxiliary masses
 * a Φ of theirs would make the highest density of all.
 *
 * @param completed The events.
 * @param settings Topology, m_C.
 * @returns [n, S].
 * @see `logClusterPhaseSpace`
 */
export function logDecayFactors(
  { visibles, masses }: CompletedEvent,
  { shells, mC }: CompletionSettings
): Tensor {
  const terms = shells.map(({ own, child, branch }, i) => {
    const next = child === undefined ? mC[branch] : masses[i + 1];
    const phaseSpace =
      own.length === 1
        ? logPhaseSpaceOfTwo(visibles[own[0]], masses[i], next)
        : logClusterPhaseSpace(own.length, masses[i], next);
    return neg(add(phaseSpace, log(masses[i])));
  });
  return terms.reduce((sum, term) => add(sum, term));
}

/** ln Φ of one visible, with its mass as measured. */
function logPhaseSpaceOfTwo(
  visible: Momenta<Tensor2D>,
  mass: Tensor2D,
  next: Tensor2D | number
): Tensor {
  const v2: Tensor2D = maximum(dot4(visible, visible), 0);
  const [less, more]: Tensor2D[] = [sub(mass, next), add(mass, next)];
  const lambda = mul(sub(square(less), v2), sub(square(more), v2));
  return mul(log(maximum(div(lambda, square(square(mass))), LEAST_PHASE_SPACE)), 0.5);
}
