import { grad, ones, tensor1d } from '@tensorflow/tfjs-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { gelu } from '../src/index.ts';
import { BACKENDS, relativeError, take, useBackend } from './backends.ts';

/** Eq. of arXiv:1606.08415, Section 2, as it is printed there, in float64. */
const reference = (x: number): number =>
  0.5 * x * (1 + Math.tanh(Math.sqrt(2 / Math.PI) * (x + 0.044715 * x ** 3)));

const POINTS = [-20, -5, -3, -1.5, -0.75, -1e-3, 0, 1e-3, 0.5, 1, 2.5, 5, 20];

describe.each(BACKENDS)('gelu on %s', (backend) => {
  beforeEach(() => useBackend(backend));

  it('is the tanh form of arXiv:1606.08415', async () => {
    const values = await take(gelu(tensor1d(POINTS)));
    // float32: 6e-8 per operation, in about ten operations, relative to the largest value, 20.
    expect(relativeError(values, POINTS.map(reference))).toBeLessThan(1e-6);
  });

  it('has the derivative of that function', async () => {
    const step = 1e-5;
    const slopes = POINTS.map((x) => (reference(x + step) - reference(x - step)) / (2 * step));
    const x = tensor1d(POINTS);
    const values = await take(grad((t) => gelu(t))(x, ones(x.shape)));
    // The central difference of a float64 function is good to 1e-10. In float32 the gate is known to 6e-8,
    // which is multiplied by x times the slope of its argument: 35 at x = 5.
    expect(relativeError(values, slopes)).toBeLessThan(4e-6);
  });

  it('stays finite far outside', async () => {
    const values = await take(gelu(tensor1d([-1e4, 1e4])));
    expect([...values]).toEqual([-0, 1e4]);
  });
});
