import { add, cast, ones, tensor1d } from '@tensorflow/tfjs-core';
import type { DataType } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { useOnnxRuntime } from '../src/index.ts';
import { runKernel } from './parity/elements.ts';

// TensorFlow.js's operations bring their operands to one type before they run a kernel; gradients and
// programs that run kernels themselves may not.
const ONE_TYPE = [
  ...['Add', 'Sub', 'Multiply', 'RealDiv', 'FloorDiv', 'Mod', 'Pow', 'SquaredDifference'],
  ...['Maximum', 'Minimum', 'Atan2', 'BitwiseAnd'],
  ...['Equal', 'NotEqual', 'Greater', 'GreaterEqual', 'Less', 'LessEqual'],
];
const MIXED: readonly (readonly [DataType, DataType])[] = [
  ['float32', 'int32'],
  ['int32', 'float32'],
  ['float32', 'bool'],
  ['bool', 'int32'],
];

beforeAll(async () => {
  await useOnnxRuntime();
});

describe.each(ONE_TYPE)('%s', (kernel) => {
  it.each(MIXED)('refuses %s with %s at once, naming itself', (a, b) => {
    expect(() => runKernel(kernel, { a: ones([2], a), b: ones([2], b) })).toThrow(
      `${kernel}: received operands of types ${a} and ${b}, expected one type; convert one of them with tf.cast.`
    );
  });

  it('refuses shapes that cannot be broadcast', () => {
    const operands = { a: ones([2], 'int32'), b: ones([3], 'int32') };
    expect(() => runKernel(kernel, operands)).toThrow(/could not be broadcast/);
  });
});

it('AddN refuses terms of two types', () => {
  expect(() => runKernel('AddN', [ones([2]), ones([2]), ones([2], 'int32')])).toThrow(
    /^AddN: received operands of types float32 and int32, /
  );
});

it('Cast refuses a type that the backend does not have', () => {
  expect(() => cast(ones([2]), 'complex64')).toThrow(
    "Cast: received the type complex64, expected float32, int32 or bool; use tf.setBackend('cpu') for it."
  );
});

it('a refused kernel leaves the backend usable', async () => {
  const x = tensor1d([1, 2]);
  expect(() => runKernel('Add', { a: x, b: ones([2], 'int32') })).toThrow();
  expect(Array.from(await add(x, 1).data())).toEqual([2, 3]);
});
