import {
  cumprod,
  mean,
  prod,
  scatterND,
  sum,
  tensor1d,
  tensor2d,
  topk,
  unsortedSegmentSum,
} from '@tensorflow/tfjs-core';
import type { Difference } from './difference.ts';

/** Differences of reductions and scatters. */
export const REDUCTIONS: readonly Difference[] = [
  // cpu sums, multiplies and divides in double precision and rounds once: what goes beyond 3.4e38 on the way is lost here.
  {
    name: 'a sum that overflows on the way',
    run: () => sum(tensor1d([3e38, 3e38, -3e38])),
    cpu: [Math.fround(3e38)],
    onnxruntime: [Infinity],
  },
  {
    name: 'a product that overflows on the way',
    run: () => prod(tensor1d([1e30, 1e30, 0])),
    cpu: [0],
    onnxruntime: [NaN],
  },
  {
    name: 'a mean of numbers whose sum overflows',
    run: () => mean(tensor1d([2e38, 2e38])),
    cpu: [Math.fround(2e38)],
    onnxruntime: [Infinity],
  },
  // cpu multiplies one after the other, so ∞ · 0; here 1e30 · 0 comes first.
  {
    name: 'a running product that overflows before it becomes 0',
    run: () => cumprod(tensor1d([1e30, 1e30, 0])),
    cpu: [Math.fround(1e30), Infinity, NaN],
    onnxruntime: [Math.fround(1e30), Infinity, 0],
  },
  // cpu multiplies each row by 0 or 1 for each segment, and 0 · NaN is NaN.
  {
    name: 'NaN and infinite numbers in segments',
    run: () => unsortedSegmentSum(tensor1d([NaN, Infinity, 1]), tensor1d([0, 1, 2], 'int32'), 3),
    cpu: [NaN, NaN, NaN],
    onnxruntime: [NaN, Infinity, 1],
  },
  // A boolean is 0 or 1; JavaScript's array of bytes holds more.
  {
    name: 'true scattered twice',
    run: () => scatterND(tensor2d([[0], [0]], [2, 1], 'int32'), tensor1d([1, 1], 'bool'), [2]),
    cpu: [2, 0],
    onnxruntime: [1, 0],
  },
  // On cpu a NaN compares as neither more nor less, which leaves the order to chance; here it counts as infinite.
  {
    name: 'the largest of numbers with NaN among them',
    run: () => topk(tensor1d([1, NaN, 3, 2, Infinity]), 5).values,
    cpu: [1, NaN, Infinity, 3, 2],
    onnxruntime: [NaN, Infinity, 3, 2, 1],
  },
];
