import { add, div, log, maximum, mul, square, sub } from '@tensorflow/tfjs-core';
import type { Scalar, Tensor, Tensor2D } from '@tensorflow/tfjs-core';
import { addFour, dot4 } from './arithmetic.ts';
import type { CompletedEvent, CompletionSettings } from './completed-event.ts';

/** Least λ in units of M⁴: below, the decay is closed. */
const LEAST_PHASE_SPACE = 1e-6;

/**
 * ln of what the decays contribute at given auxiliary masses.
 *
 *     −Σ_shells [ln Φ + ln M],   Φ = λ^{1/2}(M², M_next², v²)/M²
 *
 * 1/Φ spreads the decay evenly over its phase space, with the mass v of its visibles as measured;
 * 1/M turns a density in M² into one in M.
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
    const M2 = square(mass);
    const next2: Scalar | number = child === undefined ? mC[branch] ** 2 : square(names[child]);
    const open = sub(sub(M2, next2), v2);
    const lambda = sub(square(open), mul(mul(next2, v2), 4));
    const relative = maximum(div(lambda, square(M2)), LEAST_PHASE_SPACE);
    return add(mul(log(relative), -0.5), mul(log(mass), -1));
  });
  return terms.reduce((sum, term) => add(sum, term));
}
