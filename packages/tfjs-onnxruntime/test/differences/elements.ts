import {
  add,
  cast,
  pow,
  sigmoid,
  square,
  sub,
  tensor,
  tensor1d,
  tensor2d,
} from '@tensorflow/tfjs-core';
import type { Tensor } from '@tensorflow/tfjs-core';
import { runKernel } from '../parity/elements.ts';
import type { Difference } from './difference.ts';

const bool = (...values: number[]): Tensor => tensor(values, undefined, 'bool');
const int32 = (...values: number[]): Tensor => tensor(values, undefined, 'int32');

/** Differences of operations element by element. */
export const ELEMENTS: readonly Difference[] = [
  // A boolean is 0 or 1; JavaScript's array of bytes holds more.
  { name: 'true + true', run: () => add(bool(1), bool(1)), cpu: [2], onnxruntime: [1] },
  { name: 'false − true', run: () => sub(bool(0), bool(1)), cpu: [255], onnxruntime: [1] },
  // cpu computes squares and absolute values of integers in float32.
  {
    name: 'a square beyond 2²⁴',
    run: () => square(int32(4097)),
    cpu: [16785408],
    onnxruntime: [16785409],
  },
  // cpu hands the integers on as they are under the name float32.
  {
    name: 'int32 beyond 2²⁴ as float32',
    run: () => cast(int32(16777217), 'float32'),
    cpu: [16777217],
    onnxruntime: [16777216],
  },
  // JavaScript departs from IEEE 754-2019, 9.2.1, pow(±1, ±∞) = 1 and pow(1, NaN) = 1.
  {
    name: '1 and −1 to the power of NaN and ±∞',
    run: () => pow(tensor1d([1, 1, -1]), tensor1d([NaN, Infinity, -Infinity])),
    cpu: [NaN, NaN, NaN],
    onnxruntime: [1, 1, 1],
  },
  // ONNX Runtime cuts its sigmoid off at ±18, where it differs from 0 and 1 by less than float32 can add to 1.
  {
    name: 'the far tail of the sigmoid',
    run: () => sigmoid(tensor1d([-20])),
    cpu: [Math.fround(1 / (1 + Math.exp(20)))],
    onnxruntime: [0],
  },
  // Integers in functions of real numbers are computed in float32, not in double precision.
  {
    name: 'tanh(10) of an integer, cut off',
    run: () => runKernel('Tanh', { x: int32(10) }),
    cpu: [0],
    onnxruntime: [1],
  },
  // In double precision 1e-30 − 1 is −1, of which −1 leaves nothing.
  {
    name: 'remainder just below the divisor',
    run: () => runKernel('Mod', { a: tensor1d([1e-30]), b: tensor1d([-1]) }),
    cpu: [-0],
    onnxruntime: [-1],
  },
  // Beyond 2⁶³ JavaScript takes the last bits of a rounded number.
  {
    name: '10¹⁹ as int32',
    run: () => pow(int32(10), int32(19)),
    cpu: [-1981284352],
    onnxruntime: [0],
  },
  // cpu repeats the first elements instead of choosing rows.
  {
    name: 'a condition of rank 1 chooses rows',
    run: () =>
      runKernel('Select', {
        condition: bool(1, 0),
        t: tensor2d([1, 2, 3, 4], [2, 2]),
        e: tensor2d([5, 6, 7, 8], [2, 2]),
      }),
    cpu: [1, 1, 6, 6],
    onnxruntime: [1, 2, 7, 8],
  },
];
