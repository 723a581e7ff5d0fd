import {
  add,
  clipByValue,
  clone,
  div,
  exp,
  grads,
  log,
  maximum,
  mean,
  minimum,
  mul,
  neg,
  ones,
  reshape,
  sqrt,
  sub,
  sum,
} from '@tensorflow/tfjs-core';
import { tensor1d, tensor2d, unstack } from '@tensorflow/tfjs-core';
import type { Tensor } from '@tensorflow/tfjs-core';
import { beforeEach, describe, expect, it } from 'vitest';
import '../src/index.ts';
import { BACKENDS, take, useBackend } from './backends.ts';

/** Adjoints of both operands where every output counts 1. */
async function both(f: (a: Tensor, b: Tensor) => Tensor, a: Tensor, b: Tensor) {
  const [da, db] = grads(f)([a, b], ones(f(a, b).shape));
  expect([da.shape, db.shape]).toEqual([a.shape, b.shape]);
  return [[...(await take(da))], [...(await take(db))]];
}

// What tfjs-core leaves out of its Node build; derivatives by hand, in numbers exact in float32.
describe.each(BACKENDS)('gradients on %s', (backend) => {
  beforeEach(() => useBackend(backend));

  it('of sums and products, summed over what was broadcast', async () => {
    const matrix = () => tensor2d([1, 2, 3, 4], [2, 2]);
    const row = () => tensor1d([2, 4]);
    expect(await both((a, b) => add(a, b), matrix(), row())).toEqual([
      [1, 1, 1, 1],
      [2, 2],
    ]);
    expect(await both((a, b) => sub(a, b), matrix(), row())).toEqual([
      [1, 1, 1, 1],
      [-2, -2],
    ]);
    expect(await both((a, b) => mul(a, b), matrix(), row())).toEqual([
      [2, 4, 2, 4],
      [4, 6],
    ]);
    expect(await both((a, b) => div(a, b), matrix(), row())).toEqual([
      [0.5, 0.25, 0.5, 0.25],
      [-1, -0.375],
    ]);
  });

  it('of maximum and minimum: a tie goes to the first operand', async () => {
    const a = () => tensor1d([1, 2, 3]);
    const b = () => tensor1d([2, 2, 2]);
    expect(await both((x, y) => maximum(x, y), a(), b())).toEqual([
      [0, 1, 1],
      [1, 0, 0],
    ]);
    expect(await both((x, y) => minimum(x, y), a(), b())).toEqual([
      [1, 1, 0],
      [0, 0, 1],
    ]);
  });

  it('of a mean over rows and over everything', async () => {
    const f = (x: Tensor, y: Tensor) => add(mean(x, 0), mean(y));
    const [dx, dy] = await both(f, tensor2d([1, 2, 3, 4], [2, 2]), tensor1d([1, 2, 3, 4]));
    expect(dx).toEqual([0.5, 0.5, 0.5, 0.5]);
    expect(dy).toEqual([0.5, 0.5, 0.5, 0.5]);
  });

  it('of exponentials, logarithms, signs, shapes and copies', async () => {
    const at = (f: (x: Tensor) => Tensor, values: number[], dy: number[]) => {
      const [dx] = grads(f)([tensor1d(values)], tensor1d(dy));
      return take(dx);
    };
    // eˣ and 1/x at numbers where both are exact, but for the rounding of eˣ.
    const [one, two] = await at((x) => exp(x), [0, 1], [3, 2]);
    expect(one).toBe(3);
    expect(two).toBeCloseTo(2 * Math.E, 5);
    expect([...(await at((x) => log(x), [1, 4, 0.5], [1, 2, 1]))]).toEqual([1, 0.5, 2]);
    expect([...(await at((x) => neg(x), [1, -4], [1, 2]))]).toEqual([-1, -2]);
    expect([...(await at((x) => clone(x), [1, -4], [1, 2]))]).toEqual([1, 2]);
    const f = (x: Tensor) => sum(mul(reshape(x, [2, 2]), tensor2d([1, 2, 3, 4], [2, 2])), 1);
    expect([...(await at(f, [0, 0, 0, 0], [1, 10]))]).toEqual([1, 2, 30, 40]);
  });

  it('of clipping: none outside, all inside and at the ends', async () => {
    const clip = grads((x) => clipByValue(x, -1, 2));
    const [dx] = clip([tensor1d([-3, -1, 0.5, 2, 2.5])], tensor1d([1, 2, 3, 4, 5]));
    expect([...(await take(dx))]).toEqual([0, 2, 3, 4, 0]);
  });

  it('of taking columns apart, also where one of them is not used', async () => {
    const f = grads((x) => {
      const [first, , third] = unstack(x, 1);
      return mul(sqrt(first), third);
    });
    const [dx] = f([tensor2d([4, 9, 3, 16, 9, 1], [2, 3])], ones([2]));
    expect([...(await take(dx))]).toEqual([0.75, 0, 2, 0.125, 0, 4]);
  });
});
