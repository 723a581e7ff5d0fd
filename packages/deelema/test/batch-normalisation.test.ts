import { grad, mul, sum, tensor1d, tensor2d, variable } from '@tensorflow/tfjs-core';
import type { Tensor2D } from '@tensorflow/tfjs-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { batchNormalise } from '../src/index.ts';
import type { Normalisation } from '../src/index.ts';
import { BACKENDS, relativeError, take, useBackend } from './backends.ts';

/** Columns with mean 2 and 10, biased variances 2/3 and 200/3. */
const X = [
  [1, 0],
  [2, 10],
  [3, 20],
];

const variables = (): Normalisation => ({
  scale: variable(tensor1d([2, 3])),
  shift: variable(tensor1d([-1, 1])),
  mean: variable(tensor1d([0, 0])),
  variance: variable(tensor1d([1, 1])),
});

/** Algorithm 1 of arXiv:1502.03167 in float64. */
function reference(x: number[][]): number[] {
  const column = (j: number): number[] => {
    const values = x.map((row) => row[j]);
    const mean = values.reduce((a, b) => a + b) / 3;
    const variance = values.reduce((a, b) => a + (b - mean) ** 2, 0) / 3;
    return values.map((v) => ([2, 3][j] * (v - mean)) / Math.sqrt(variance + 1e-5) + [-1, 1][j]);
  };
  const [first, second] = [column(0), column(1)];
  return first.flatMap((value, i) => [value, second[i]]);
}

describe.each(BACKENDS)('batchNormalise on %s', (backend) => {
  beforeEach(() => useBackend(backend));

  it('while training is Algorithm 1 of arXiv:1502.03167', async () => {
    const y = batchNormalise(tensor2d(X), variables(), true);
    expect(y.shape).toEqual([3, 2]);
    // Ten float32 roundings.
    expect(relativeError(await take(y), reference(X))).toBeLessThan(1e-6);
  });

  it('moves the running statistics a tenth of the way, with n − 1 in the variance', async () => {
    const normalisation = variables();
    batchNormalise(tensor2d(X), normalisation, true).dispose();
    const mean = await normalisation.mean.data();
    const variance = await normalisation.variance.data();
    expect(relativeError(mean as Float32Array, [0.2, 1])).toBeLessThan(1e-6);
    expect(relativeError(variance as Float32Array, [1, 10.9])).toBeLessThan(1e-6);
  });

  it('after training uses the running statistics and leaves them alone', async () => {
    const normalisation = variables();
    const y = await take(batchNormalise(tensor2d([[4, 4]]), normalisation, false));
    const root = Math.sqrt(1 + 1e-5);
    expect(relativeError(y, [8 / root - 1, 12 / root + 1])).toBeLessThan(1e-6);
    expect([...(await normalisation.mean.data())]).toEqual([0, 0]);
  });

  it('has the gradient of that function, statistics included', async () => {
    const dy = [0.3, -1, 0.7, 2, -0.4, 0.5];
    const objective = (x: number[][]) =>
      reference(x).reduce((total, value, i) => total + value * dy[i], 0);
    const step = 1e-4;
    const expected = X.flatMap((row, i) =>
      row.map((_, j) => {
        const moved = (by: number) =>
          X.map((r, k) => r.map((v, l) => (k === i && l === j ? v + by : v)));
        return (objective(moved(step)) - objective(moved(-step))) / (2 * step);
      })
    );
    const weights = tensor2d(dy, [3, 2]);
    const loss = (x: Tensor2D) => sum(mul(batchNormalise(x, variables(), true), weights));
    const gradient = grad((x) => loss(x as Tensor2D))(tensor2d(X));
    // The central difference is good to 1e-8; float32 loses a digit where terms cancel.
    expect(relativeError(await take(gradient), expected)).toBeLessThan(3e-6);
  });
});
