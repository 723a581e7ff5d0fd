import { cumsum, setBackend } from '@tensorflow/tfjs-core';
import type { Tensor } from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
import { describe, expect, it } from 'vitest';
import { useOnnxRuntime } from '../src/index.ts';
import { ELEMENTS } from './differences/elements.ts';
import { REDUCTIONS } from './differences/reductions.ts';
import { varied } from './parity/operands.ts';

async function valuesOf(run: () => Tensor): Promise<number[]> {
  return Array.from(await run().data());
}

describe.each([...ELEMENTS, ...REDUCTIONS])('$name', ({ run, cpu, onnxruntime }) => {
  it('on cpu', async () => {
    await setBackend('cpu');
    expect(await valuesOf(run)).toEqual(cpu);
  });

  it('on onnxruntime', async () => {
    await useOnnxRuntime();
    expect(await valuesOf(run)).toEqual(onnxruntime);
  });
});

it('negative axes of running sums, with which the cpu backend loses the shape', async () => {
  await setBackend('cpu');
  expect(cumsum(varied([2, 3]), -2).shape).toEqual([undefined, 2]);
  await useOnnxRuntime();
  expect(await valuesOf(() => cumsum(varied([2, 3]), -2))).toEqual(
    await valuesOf(() => cumsum(varied([2, 3]), 0))
  );
});
