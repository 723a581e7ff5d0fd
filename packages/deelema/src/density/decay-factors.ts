import { add, div, log, maximum, mul, neg, square, sub } from '@tensorflow/tfjs-core';
import type { Scalar, Tensor, Tensor2D } from '@tensorflow/tfjs-core';
import type { Momenta } from '../momenta.ts';
import { dot4 } from './arithmetic.ts';
import { LEAST_PHASE_SPACE, logClusterPhaseSpace } from './cluster-phase-space.ts';
import type { CompletedEvent, CompletionSettings } from './completed-event.ts';

/**
 * ln of what the decays contribute at given auxiliary masses.
 *
 *     −Σ_shells [ln Φ + ln M],   Φ = λ^{1/2}(M², M_next², v²)/M²   for one visible of mass v
 *                                Φ = Φ_{n+1}(m; 0, …, 0, m_next)   for n ≥ 2 visibles
 *
 * 1/Φ spreads the decay evenly over its phase space; 1/M turns a density in M² into one in M. Several
 * visibles are each observed, so that Φ is that of all bodies and does not know the mass of their
 * cluster; their own masses are left out, and so are factors that are the same for all masses. As Φ of n ≥ 2 goes
 * with the power 2n − 1 of the gap, it is that of the masses m of the draw: with M and a wide resolution
 * a gap of 0 would have the highest density of all.
 *
 * @param completed The events.
 * @param shellMasses m̃ of each shell.
 * @param names m̃ by index in `massNames`.
 * @param settings Topology, m_C.
 * @returns [n, S] or [n, 1].
 * @see `logClusterPhaseSpace`
 */
export function logDecayFactors(
  { visibles, masses }: CompletedEvent,
  shellMasses: readonly Scalar[],
  names: readonly Scalar[],
  { shells, mC }: CompletionSettings
): Tensor {
  const terms = shells.map(({ own, child, branch }, i) => {
    const mass = shellMasses[i];
    const next = child === undefined ? mC[branch] : names[child];
    const phaseSpace =
      own.length === 1
        ? minusLogOfTwo(visibles[own[0]], mass, next)
        : neg(
            logClusterPhaseSpace(
              own.length,
              masses[i],
              child === undefined ? mC[branch] : masses[i + 1]
            )
          );
    return add(phaseSpace, neg(log(mass)));
  });
  return terms.reduce((sum, term) => add(sum, term));
}

/** −ln Φ of one visible, with its mass as measured. */
function minusLogOfTwo(visible: Momenta<Tensor2D>, mass: Scalar, next: Scalar | number): Tensor {
  const v2: Tensor2D = maximum(dot4(visible, visible), 0);
  // λ = [(M − M_next)² − v²] [(M + M_next)² − v²]: most of it is one number for all events.
  const lambda = mul(sub(square(sub(mass, next)), v2), sub(square(add(mass, next)), v2));
  const relative = maximum(div(lambda, square(square(mass))), LEAST_PHASE_SPACE);
  return mul(log(relative), -0.5);
}
