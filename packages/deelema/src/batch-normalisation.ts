import { add, div, mean, mul, sqrt, square, sub, tidy } from '@tensorflow/tfjs-core';
import type { Tensor1D, Tensor2D, Variable } from '@tensorflow/tfjs-core';

const EPSILON = 1e-5;
const MOMENTUM = 0.1;

/** The variables of one normalisation: [width] each. */
export interface Normalisation {
  readonly scale: Variable;
  readonly shift: Variable;
  /** Running mean, for use after training. */
  readonly mean: Variable;
  /** Running variance, for use after training. */
  readonly variance: Variable;
}

/**
 * Batch normalisation of a hidden layer.
 *
 *     y = scale (x − mean) / √(variance + 10⁻⁵) + shift
 *
 * While training, mean and variance are those of the batch, and the running ones move a tenth of
 * the way towards them (with n − 1 in the variance, as PyTorch's do); afterwards the running ones
 * are used.
 *
 * @param x One row per event: [batch, width].
 * @param variables Changed while training.
 * @param training Whether the batch's own statistics are used.
 * @returns y: [batch, width].
 * @see arXiv:1502.03167, Algorithm 1; PRR 5, 043186, appendix
 */
export function batchNormalise(x: Tensor2D, variables: Normalisation, training: boolean): Tensor2D {
  if (!training) {
    return normalise(sub(x, variables.mean), variables.variance as unknown as Tensor1D, variables);
  }
  const batchMean: Tensor1D = mean(x, 0);
  const centred: Tensor2D = sub(x, batchMean);
  const variance: Tensor1D = mean(square(centred), 0);
  const n = x.shape[0];
  moveTowards(variables.mean, batchMean);
  moveTowards(variables.variance, mul(variance, n / Math.max(n - 1, 1)));
  return normalise(centred, variance, variables);
}

function normalise(
  centred: Tensor2D,
  variance: Tensor1D,
  { scale, shift }: Normalisation
): Tensor2D {
  const factor = div(scale, sqrt(add(variance, EPSILON)));
  return add(mul(centred, factor), shift);
}

function moveTowards(running: Variable, target: Tensor1D): void {
  const next = tidy(() => add(mul(running, 1 - MOMENTUM), mul(target, MOMENTUM)));
  running.assign(next);
  next.dispose();
}
