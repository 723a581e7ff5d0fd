import { memory, scalar, square, sub, tensor1d, sum, tidy, variable } from '@tensorflow/tfjs-core';
import type { Scalar, Variable } from '@tensorflow/tfjs-core';
import '@deelema/deelema';
import { beforeAll, describe, expect, it } from 'vitest';
import { useBackend } from '../src/backend.ts';
import { INITIAL_STATE, restoreOptimiser, saveOptimiser } from '../src/learning/optimiser.ts';
import type { OptimiserState } from '../src/learning/optimiser.ts';

const START = [1, -2, 0.5];
const TARGET = [0, 3, 0.25];

/** Algorithm 1 of arXiv:1412.6980 in float64, on Σ (x − target)². */
function reference(rates: readonly number[]): number[] {
  const x = [...START];
  const m = [0, 0, 0];
  const v = [0, 0, 0];
  rates.forEach((rate, step) => {
    x.forEach((value, i) => {
      const g = 2 * (value - TARGET[i]);
      m[i] = 0.9 * m[i] + 0.1 * g;
      v[i] = 0.999 * v[i] + 0.001 * g * g;
      const first = m[i] / (1 - 0.9 ** (step + 1));
      const second = v[i] / (1 - 0.999 ** (step + 1));
      x[i] = value - (rate * first) / (Math.sqrt(second) + 1e-8);
    });
  });
  return x;
}

async function steps(x: Variable, rate: number, count: number, state: OptimiserState) {
  const adam = await restoreOptimiser(rate, state, [x]);
  for (let step = 0; step < count; ++step) {
    tidy(() => void adam.minimize(() => sum<Scalar>(square(sub(x, tensor1d(TARGET)))), false, [x]));
  }
  const saved = await saveOptimiser(adam, state.steps + count);
  adam.dispose();
  return saved;
}

describe.each(['wasm', 'onnxruntime'] as const)('the optimiser on %s', (backend) => {
  beforeAll(() => useBackend({ backend, provider: 'cpu', threads: 1 }, () => undefined));

  it('is Algorithm 1 of arXiv:1412.6980, over several restorations', async () => {
    const x = variable(tensor1d(START));
    let state = await steps(x, 0.1, 4, INITIAL_STATE);
    state = await steps(x, 0.05, 3, state);
    state = await steps(x, 0.01, 3, state);
    expect(state.steps).toBe(10);
    const expected = reference([0.1, 0.1, 0.1, 0.1, 0.05, 0.05, 0.05, 0.01, 0.01, 0.01]);
    // float32 keeps four digits of 1 − β₂ = 0.001, whose root goes into each step; the ten steps add
    // up to 0.58.
    for (const [i, value] of (await x.data()).entries()) expect(value).toBeCloseTo(expected[i], 4);
  });

  it('leaves no tensors behind', async () => {
    const x = variable(scalar(1));
    const before = memory().numTensors;
    let state = INITIAL_STATE;
    for (let i = 0; i < 3; ++i) {
      const adam = await restoreOptimiser(0.1, state, [x]);
      tidy(() => void adam.minimize(() => square(x), false, [x]));
      state = await saveOptimiser(adam, state.steps + 1);
      adam.dispose();
    }
    expect(memory().numTensors).toBe(before);
  });
});
