import { grads, ones, tensor1d } from '@tensorflow/tfjs-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { DISTANCES } from '../src/index.ts';
import type { DistanceName } from '../src/index.ts';
import { BACKENDS, relativeError, take, useBackend } from './backends.ts';

const X = [1, 0.2, 3, 0.9];
const Y = [1, 0.7, 0.5, 0.1];

/** After Eq. (1) of PRR 5, 043186; Huber's with width 1 as in PyTorch's HuberLoss. */
const FORMULAS: Record<DistanceName, (x: number, y: number) => number> = {
  l1: (x, y) => Math.abs(x - y),
  l2: (x, y) => (x - y) ** 2,
  squaredMasses: (x, y) => Math.abs(x * x - y * y),
  huber: (x, y) => (Math.abs(x - y) < 1 ? 0.5 * (x - y) ** 2 : Math.abs(x - y) - 0.5),
};
const NAMES = Object.keys(FORMULAS) as DistanceName[];

describe.each(BACKENDS)('DISTANCES on %s', (backend) => {
  beforeEach(() => useBackend(backend));

  it.each(NAMES)('%s is its closed form, symmetric, and 0 at x = y', async (name) => {
    const expected = X.map((x, i) => FORMULAS[name](x, Y[i]));
    const forth = await take(DISTANCES[name](tensor1d(X), tensor1d(Y)));
    const back = await take(DISTANCES[name](tensor1d(Y), tensor1d(X)));
    // Three roundings of float32.
    expect(relativeError(forth, expected)).toBeLessThan(3e-7);
    expect([...back]).toEqual([...forth]);
    expect(forth[0]).toBe(0);
  });

  it.each(NAMES)('%s has the slope of its closed form on both sides', async (name) => {
    const step = 1e-6;
    const d = FORMULAS[name];
    // At x = y the L1 forms have no slope: the central difference 0 is what ours must give too.
    const dX = X.map((x, i) => (d(x + step, Y[i]) - d(x - step, Y[i])) / (2 * step));
    const dY = X.map((x, i) => (d(x, Y[i] + step) - d(x, Y[i] - step)) / (2 * step));
    const f = grads((x, y) => DISTANCES[name](x, y));
    const [gotX, gotY] = f([tensor1d(X), tensor1d(Y)], ones([4]));
    // Rounding of the central difference: 1e-16 / 1e-6.
    expect(relativeError(await take(gotX), dX)).toBeLessThan(1e-6);
    expect(relativeError(await take(gotY), dY)).toBeLessThan(1e-6);
  });
});
