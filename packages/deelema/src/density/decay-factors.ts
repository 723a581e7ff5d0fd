import { add, div, log, maximum, mul, neg, square, sub } from '@tensorflow/tfjs-core';
import type { Scalar, Tensor, Tensor2D } from '@tensorflow/tfjs-core';
import { addFour, dot4 } from './arithmetic.ts';
import type { CompletedEvent, CompletionSettings } from './completed-event.ts';

/** Least λ in units of M⁴: a decay that is closed counts as one that is just open. */
const LEAST_PHASE_SPACE = 1e-6;

/**
 * ln of what the decays contribute at given auxiliary masses.
 *
 *     −Σ_shells [ln Φ + ln M],   Φ = λ^{1/2}(M², M_next², v²)/M²
 *
 * 1/Φ spreads the decay evenly over its phase space, with the mass v of its visibles as measured;
 * 1/M turns a density in M² into one in M. How the mass v of two and more visibles is distributed is
 * left out, and so are factors that are the same for all masses.
 *
 * @param completed The events.
 * @param shellMasses m̃ of each shell.
 * @param names m̃ by index in `massNames`.
 * @param settings Topology, m_C.
 * @returns [n, S] or [n, 1].
 */
export function logDecayFactors(
  { visibles }: CompletedEvent,
  shellMasses: readonly Scalar[],
  names: readonly Scalar[],
  { shells, mC }: CompletionSettings
): Tensor {
  const terms = shells.map(({ own, child, branch }, i) => {
    const mass = shellMasses[i];
    const cluster = own.map((v) => visibles[v]).reduce((sum, p) => addFour(sum, p));
    const v2: Tensor2D = maximum(dot4(cluster, cluster), 0);
    const next = child === undefined ? mC[branch] : names[child];
    // λ = [(M − M_next)² − v²] [(M + M_next)² − v²]: most of it is one number for all events.
    const lambda = mul(sub(square(sub(mass, next)), v2), sub(square(add(mass, next)), v2));
    const relative = maximum(div(lambda, square(square(mass))), LEAST_PHASE_SPACE);
    return add(mul(log(relative), -0.5), neg(log(mass)));
  });
  return terms.reduce((sum, term) => add(sum, term));
}
