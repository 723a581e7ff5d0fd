import { setBackend, tidy } from '@tensorflow/tfjs-core';
import type { Tensor } from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
import { expect } from 'vitest';
import { useOnnxRuntime } from '../../src/index.ts';

/** One computation that both backends must agree on. */
export interface Case {
  /** What is particular about it, e.g. `broadcast [2,1] with [3]`. */
  readonly name: string;
  /** Makes its operands and computes; called once per backend, inside a `tidy`. */
  readonly run: () => Tensor | Tensor[];
  /** Largest difference relative to max(1, |expected|); `TOLERANCE` if omitted. Say why where it is given. */
  readonly tolerance?: number;
}

/** Cases by kernel name. */
export type Table = Readonly<Record<string, readonly Case[]>>;

/**
 * Float32 has a relative rounding error of 6e-8; the two backends may round, and order a sum,
 * differently. A wrong formula is wrong by far more in at least one case of a table.
 */
export const TOLERANCE = 1e-6;

interface Outcome {
  readonly shape: readonly number[];
  readonly dtype: string;
  readonly values: readonly number[];
}

/** Asserts that a case has the same outcome on `onnxruntime` as on `cpu`. */
export async function expectParity({ run, tolerance = TOLERANCE }: Case): Promise<void> {
  await setBackend('cpu');
  const expected = await outcomes(run);
  await useOnnxRuntime();
  const received = await outcomes(run);
  expect(received.map(({ shape, dtype }) => ({ shape, dtype }))).toEqual(
    expected.map(({ shape, dtype }) => ({ shape, dtype }))
  );
  received.forEach(({ values }, i) => {
    const wrong = values.findIndex((value, j) => !close(value, expected[i].values[j], tolerance));
    const at = `result ${i}, element ${wrong}: received ${values[wrong]}, expected ${expected[i].values[wrong]}`;
    expect(wrong, at).toBe(-1);
  });
}

async function outcomes(run: Case['run']): Promise<Outcome[]> {
  const tensors = [tidy(run)].flat();
  const found = await Promise.all(
    tensors.map(async (tensor) => ({
      shape: tensor.shape,
      dtype: tensor.dtype,
      values: Array.from(await tensor.data()),
    }))
  );
  for (const tensor of tensors) tensor.dispose();
  return found;
}

function close(received: number, expected: number, tolerance: number): boolean {
  if (Object.is(received, expected) || received === expected) return true;
  if (!Number.isFinite(received) || !Number.isFinite(expected)) return false;
  return Math.abs(received - expected) <= tolerance * Math.max(1, Math.abs(expected));
}
