import * as tf from '@tensorflow/tfjs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { compileStep, engineStatistics, useOnnxRuntime } from '../src/index.ts';
import type { CompiledStep } from '../src/index.ts';

const BATCH = 8;

/** Numbers between −1 and 1 that differ from step to step. */
const data = (step: number, size: number) =>
  Float32Array.from({ length: size }, (_, i) => Math.sin(3 * i + 7 * step));

/** A small regression: its step, and everything that the step changes. */
function problem(optimizer: tf.Optimizer) {
  const weights = tf.variable(tf.tensor2d(data(100, 6), [3, 2]));
  const bias = tf.variable(tf.zeros([2]));
  const step = (x: tf.Tensor, y: tf.Tensor): tf.Tensor => {
    const loss = (): tf.Scalar => {
      const output = tf.tanh(tf.add(tf.matMul(x as tf.Tensor2D, weights as tf.Tensor2D), bias));
      return tf.mean(tf.squaredDifference(output, y));
    };
    return optimizer.minimize(loss, true)!;
  };
  return { step, weights, bias };
}

/** Takes steps on batches of their own; all losses, and the weights after them. */
async function trained(
  take: (x: tf.Tensor, y: tf.Tensor) => tf.Tensor[],
  { weights, bias }: Pick<ReturnType<typeof problem>, 'weights' | 'bias'>,
  steps: number,
  batch = BATCH
): Promise<number[][]> {
  const losses: number[] = [];
  for (let i = 0; i < steps; ++i) {
    const x = tf.tensor2d(data(i, 3 * batch), [batch, 3]);
    const y = tf.tensor2d(data(i + 1000, 2 * batch), [batch, 2]);
    const [loss] = take(x, y);
    losses.push((await loss.data())[0]);
    tf.dispose([x, y, loss]);
  }
  return [losses, Array.from(await weights.data()), Array.from(await bias.data())];
}

const called =
  (step: (x: tf.Tensor, y: tf.Tensor) => tf.Tensor) => (x: tf.Tensor, y: tf.Tensor) => [
    tf.tidy(() => step(x, y)),
  ];

beforeEach(() => useOnnxRuntime({ threads: 1, compiledGraphs: 32 }));
afterEach(() => tf.disposeVariables());

describe('a compiled step', () => {
  it.each([
    ['sgd', () => tf.train.sgd(0.1)],
    ['momentum', () => tf.train.momentum(0.1, 0.9)],
    ['adam', () => tf.train.adam(0.05)],
    ['rmsprop', () => tf.train.rmsprop(0.01)],
  ])('gives the same bits as the step itself: %s', async (_name, optimizer) => {
    const plain = problem(optimizer());
    const expected = await trained(called(plain.step), plain, 12);
    tf.disposeVariables();
    const compiled = problem(optimizer());
    const received = await trained(compileStep(compiled.step), compiled, 12);
    expect(received).toEqual(expected);
    expect(received[1]).not.toEqual(Array.from(data(100, 6)));
  });

  it('does not call the code from the third time on', async () => {
    const { step, ...variables } = problem(tf.train.adam(0.05));
    let calls = 0;
    const take = compileStep((x, y) => {
      ++calls;
      return step(x, y);
    });
    await trained(take, variables, 6);
    expect(calls).toBe(2);
    await trained(take, variables, 6, BATCH + 1);
    expect(calls).toBe(4);
    await trained(take, variables, 6);
    expect(calls).toBe(4);
  });

  it('takes a new learning rate after forget(), without compiling more than once more', async () => {
    const rates = [0.1, 0.05, 0.02, 0.01];
    const run = async (make: (step: Parameters<typeof called>[0]) => ReturnType<typeof called>) => {
      const optimizer = tf.train.sgd(rates[0]);
      const { step, ...variables } = problem(optimizer);
      const take = make(step);
      const found: number[][][] = [];
      for (const rate of rates) {
        optimizer.setLearningRate(rate);
        (take as Partial<CompiledStep>).forget?.();
        found.push(await trained(take, variables, 4));
      }
      tf.disposeVariables();
      return found;
    };
    const expected = await run(called);
    const before = engineStatistics().compiles;
    const received = await run(compileStep);
    expect(received).toEqual(expected);
    expect(engineStatistics().compiles - before).toBeLessThanOrEqual(2);
  });

  it('sees what is assigned to a variable between two steps', async () => {
    const { step, ...variables } = problem(tf.train.sgd(0.1));
    const take = compileStep(step);
    await trained(take, variables, 5);
    const fresh = tf.tensor2d(data(55, 6), [3, 2]);
    variables.weights.assign(fresh);
    variables.bias.assign(tf.zeros([2]));
    const received = await trained(take, variables, 3);
    variables.weights.assign(fresh);
    variables.bias.assign(tf.zeros([2]));
    expect(await trained(called(step), variables, 3)).toEqual(received);
  });

  it('may hold several steps of a training', async () => {
    const plain = problem(tf.train.adam(0.05));
    const expected = await trained(called(plain.step), plain, 8);
    tf.disposeVariables();
    const { step, weights, bias } = problem(tf.train.adam(0.05));
    const pair = compileStep((x0, y0, x1, y1) => [step(x0, y0), step(x1, y1)]);
    const losses: number[] = [];
    for (let i = 0; i < 8; i += 2) {
      const inputs = [i, i + 1].flatMap((k) => [
        tf.tensor2d(data(k, 3 * BATCH), [BATCH, 3]),
        tf.tensor2d(data(k + 1000, 2 * BATCH), [BATCH, 2]),
      ]);
      for (const loss of pair(...inputs)) losses.push((await loss.data())[0]);
    }
    expect([losses, Array.from(await weights.data()), Array.from(await bias.data())]).toEqual(
      expected
    );
  });

  it('outlives its compiled graph', async () => {
    const plain = problem(tf.train.adam(0.05));
    const expected = await trained(called(plain.step), plain, 8);
    tf.disposeVariables();
    await useOnnxRuntime({ compiledGraphs: 1 });
    const { step, ...variables } = problem(tf.train.adam(0.05));
    const take = compileStep(step);
    const disturbed = (x: tf.Tensor, y: tf.Tensor): tf.Tensor[] => {
      void tf.tidy(() => tf.sum(tf.exp(x))).data();
      return take(x, y);
    };
    expect(await trained(disturbed, variables, 8)).toEqual(expected);
  });

  it('leaves no tensors behind', async () => {
    const { step, ...variables } = problem(tf.train.adam(0.05));
    const take = compileStep(step);
    await trained(take, variables, 4);
    const before = tf.memory();
    await trained(take, variables, 50);
    expect(tf.memory().numTensors).toBe(before.numTensors);
    expect(tf.memory().numDataBuffers).toBe(before.numDataBuffers);
    expect(tf.memory().numBytes).toBe(before.numBytes);
  });
});

describe('compileStep refuses', () => {
  const twice =
    (take: CompiledStep, ...inputs: tf.Tensor[]) =>
    () => {
      take(...inputs);
      take(...inputs);
    };

  it('random numbers and data made in the step, which would repeat', () => {
    const x = tf.tensor1d([1, 2, 3]);
    const noisy = compileStep((a) => tf.add(a, tf.randomNormal([3])));
    expect(twice(noisy, x)).toThrow(
      'compileStep: the step itself makes a tensor of shape [3] from data or random numbers, which would be the same in every step; make it outside and pass it as an input.'
    );
    const copied = compileStep((a) => tf.add(a, tf.tensor1d([4, 5, 6])));
    expect(twice(copied, x)).toThrow('make it outside and pass it as an input');
  });

  it('a result that is not computed in the step', () => {
    expect(
      twice(
        compileStep((a) => a.clone()),
        tf.tensor1d([1, 2])
      )
    ).toThrow('compileStep: result 0 of the step is not computed in it');
  });

  it('two inputs with one tensor', () => {
    const x = tf.tensor1d([1, 2]);
    expect(
      twice(
        compileStep((a, b) => tf.add(a, b)),
        x,
        x
      )
    ).toThrow('two of the inputs and variables share one tensor of shape [2]');
  });

  it('another backend', async () => {
    const take = compileStep((a) => tf.neg(a));
    await tf.setBackend('cpu');
    const x = tf.tensor1d([1, 2]);
    expect(() => take(x)).toThrow('The current backend is cpu, expected onnxruntime');
  });
});
