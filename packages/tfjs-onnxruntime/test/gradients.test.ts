import * as tf from '@tensorflow/tfjs';
import type { Tensor } from '@tensorflow/tfjs';
import { describe, expect, it } from 'vitest';
import { supportedKernels, useOnnxRuntime } from '../src/index.ts';
import { spread } from './gradients/case.ts';
import type { Case, Operand } from './gradients/case.ts';
import { COMPOSITIONS, CONVENTIONS } from './gradients/compositions.ts';
import { FIVE_POINTS, THREE_POINTS, differences } from './gradients/differences.ts';
import { BINARY, UNARY } from './gradients/functions.ts';
import { distance } from './support/distance.ts';

/** The gradient of Σ wᵢ f(x)ᵢ on the current backend, one array per operand. */
async function gradients({ f, at }: Case): Promise<number[][]> {
  const found = tf.tidy(() => {
    const weighted = (...x: Tensor[]): Tensor => {
      const y = f(...x);
      return tf.sum(tf.mul(y, tensorOf(weightsFor(y.shape))));
    };
    return tf.grads(weighted)(at.map(tensorOf));
  });
  const values = await Promise.all(found.map(async (gradient) => [...(await gradient.data())]));
  tf.dispose(found);
  return values;
}

function tensorOf({ shape, values }: Operand): Tensor {
  return tf.tensor([...values], [...shape], 'float32');
}

/** All different, so that no two elements can be mistaken for each other. */
function weightsFor(shape: readonly number[]): Operand {
  return spread(shape, 0.5, 1.5);
}

function weightedSum(values: ArrayLike<number>, shape: readonly number[]): number {
  return weightsFor(shape).values.reduce((sum, weight, i) => sum + weight * values[i], 0);
}

/** Largest difference of any derivative with respect to any operand. */
function largestDistance(received: number[][], expected: number[][]): number {
  expect(received).toHaveLength(expected.length);
  return Math.max(...received.map((gradient, i) => distance(gradient, expected[i])));
}

const onBackend = async <Result>(name: string, f: () => Promise<Result>): Promise<Result> => {
  if (name === 'cpu') await tf.setBackend('cpu');
  else await useOnnxRuntime();
  return f();
};

const atPoints = ({ name, f, domain }: (typeof UNARY)[number]): Case => ({
  name,
  f,
  at: domain.map(([low, high]) => spread([7], low, high)),
});

describe('gradients agree with central differences of the float64 function', () => {
  it.each([...UNARY, ...BINARY])('$name', async (one) => {
    const { at, ...rest } = atPoints(one);
    const exact = (operands: readonly Operand[]): number =>
      weightedSum(
        at[0].values.map((_, i) => one.exact(...operands.map(({ values }) => values[i]))),
        at[0].shape
      );
    // Rounding 1e-16/1e-4 and truncation (1e-4)² f‴/6 are far below float32's own 1e-7, which the
    // formula of a derivative may raise tenfold.
    const expected = await differences(exact, at, 1e-4, THREE_POINTS);
    const received = await onBackend('onnxruntime', () => gradients({ at, ...rest }));
    expect(largestDistance(received, expected)).toBeLessThan(2e-6);
  });
});

describe('gradients agree with differences of the cpu backend', () => {
  it.each(COMPOSITIONS)('$name', async (one) => {
    const value = async (operands: readonly Operand[]): Promise<number> => {
      const y = tf.tidy(() => one.f(...operands.map(tensorOf)));
      const sum = weightedSum(await y.data(), y.shape);
      y.dispose();
      return sum;
    };
    const expected = await onBackend('cpu', () => differences(value, one.at, 1 / 64, FIVE_POINTS));
    const received = await onBackend('onnxruntime', () => gradients(one));
    // Float32's rounding 6e-8 of each value over a step of 1/64 gives 6e-6, truncation (1/64)⁴ f⁽⁵⁾/30 is
    // 2e-9 f⁽⁵⁾, where the fifth derivatives here are below 10⁴.
    expect(largestDistance(received, expected)).toBeLessThan(1e-4);
  });
});

describe('where there is no derivative, gradients are those of the cpu backend', () => {
  it.each(CONVENTIONS)('$name', async (one) => {
    const expected = await onBackend('cpu', () => gradients(one));
    const received = await onBackend('onnxruntime', () => gradients(one));
    expect(largestDistance(received, expected)).toBeLessThan(1e-6);
  });
});

it('every supported kernel that has a gradient is in the tables', async () => {
  await tf.setBackend('cpu');
  const cases = [...[...UNARY, ...BINARY].map(atPoints), ...COMPOSITIONS, ...CONVENTIONS];
  const used = new Set<string>();
  for (const { f, at } of cases) {
    const { kernels } = await tf.profile(() => tf.tidy(() => f(...at.map(tensorOf))));
    for (const { name } of kernels) used.add(name);
  }
  const differentiable = supportedKernels().filter((kernel) => tf.getGradient(kernel));
  expect(differentiable.filter((kernel) => !used.has(kernel))).toEqual([]);
});
