import { add, customGrad, div, exp, log, max, mul, reshape, sub, sum } from '@tensorflow/tfjs-core';
import type { GradSaveFunc, Tensor, Tensor1D, Tensor2D } from '@tensorflow/tfjs-core';

const withGradient = customGrad((...args) => {
  const [x, save] = args as [Tensor2D, GradSaveFunc];
  const largest = max(x, 1, true);
  const terms = exp(sub(x, largest));
  const total = sum(terms, 1, true);
  save([div(terms, total)]);
  const n = x.shape[0];
  const gradFunc = (dy: Tensor, [shares]: Tensor[]): Tensor => mul(reshape(dy, [n, 1]), shares);
  return { value: reshape(add(log(total), largest), [n]), gradFunc };
});

/**
 * ln Σ_j exp x_j of each row, without overflow.
 *
 * @param x [n, m].
 * @returns [n].
 */
export function logSumExp(x: Tensor2D): Tensor1D {
  return withGradient(x) as Tensor1D;
}
