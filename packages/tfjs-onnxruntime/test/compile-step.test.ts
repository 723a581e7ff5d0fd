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

  it('does not call the code once a call has made no variables', async () => {
    const { step, ...variables } = problem(tf.train.adam(0.05));
    let calls = 0;
    const take = compileStep((x, y) => {
      ++calls;
      return step(x, y);
    });
    await trained(take, variables, 6);
    expect(calls).toBe(2);
    await trained(take, variables, 6, BATCH + 1);
    expect(calls).toBe(3);
    await trained(take, variables, 6);
    expect(calls).toBe(3);
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

/** Five calls with a different number each; the first of each call's results. */
async function fiveCalls(
  step: (x: tf.Tensor) => tf.Tensor,
  before: (call: number) => void = () => undefined
) {
  const take = compileStep(step);
  const found: number[] = [];
  for (let i = 1; i <= 5; ++i) {
    before(i);
    const [y] = take(tf.scalar(i));
    found.push((await y.data())[0]);
  }
  return found;
}

describe('a compiled step is fed', () => {
  it('an input or variable that the step sees in another shape', async () => {
    const doubled = await fiveCalls((x) => tf.mul(tf.reshape(x, [1]), 2));
    expect(doubled).toEqual([2, 4, 6, 8, 10]);
    const v = tf.variable(tf.scalar(0));
    const seen = await fiveCalls(
      (x) => tf.add(tf.expandDims(v, 0), tf.mul(x, 0)),
      (i) => v.assign(tf.scalar(i))
    );
    expect(seen).toEqual([1, 2, 3, 4, 5]);
  });

  it('the inputs of a model of tf.layers', async () => {
    const model = tf.sequential({
      layers: [tf.layers.dense({ units: 1, inputShape: [3], kernelInitializer: 'ones' })],
    });
    const take = compileStep((x) => tf.mean(model.apply(x) as tf.Tensor));
    const found: number[] = [];
    for (let i = 1; i <= 5; ++i) {
      const [y] = take(tf.fill([1, 3], i));
      found.push((await y.data())[0]);
    }
    expect(found).toEqual([3, 6, 9, 12, 15]);
  });

  it('what the step assigned to a variable without computing it', async () => {
    const [v, previous, copy, a, b, sum] = [0, 0, 0, 1, 2, 0].map((n) => tf.variable(tf.scalar(n)));
    const take = compileStep((x) => {
      const swapped = tf.clone(a);
      a.assign(tf.clone(b));
      b.assign(swapped);
      previous.assign(tf.clone(v));
      v.assign(tf.add(v, x));
      copy.assign(x.clone().asScalar());
      const total = tf.add(sum, x);
      sum.assign(tf.scalar(0));
      return total;
    });
    for (let i = 1; i <= 5; ++i) {
      const [total] = take(tf.scalar(i));
      const values = [total, v, previous, copy, a, b].map(async (t) => (await t.data())[0]);
      const running = (i * (i + 1)) / 2;
      const swapped = i % 2 === 1 ? [2, 1] : [1, 2];
      expect(await Promise.all(values)).toEqual([i, running, running - i, i, ...swapped]);
    }
  });

  it('variables that a later call makes', async () => {
    const run = async (
      make: (step: Parameters<typeof compileStep>[0]) => (x: tf.Tensor) => tf.Tensor[]
    ) => {
      let optimizer: tf.Optimizer = tf.train.sgd(0.1);
      const w = tf.variable(tf.tensor1d([1, 2]));
      const take = make((x) => optimizer.minimize(() => tf.mean(tf.square(tf.mul(w, x))), true)!);
      for (let i = 1; i <= 12; ++i) {
        if (i === 5) {
          optimizer = tf.train.adam(0.1);
          (take as Partial<CompiledStep>).forget?.();
        }
        tf.dispose(take(tf.scalar(1 + i / 10)));
      }
      return Array.from(await w.data());
    };
    const expected = await run((step) => (x) => [tf.tidy(() => step(x) as tf.Tensor)]);
    expect(await run(compileStep)).toEqual(expected);
  });

  it('by a step around it, which calls it', async () => {
    const inner = compileStep((x) => tf.mul(x, 2));
    expect(await fiveCalls((x) => tf.add(inner(x)[0], 1))).toEqual([3, 5, 7, 9, 11]);
  });

  it('beside variables that share a tensor, if it does not use them', async () => {
    const w = tf.variable(tf.tensor1d([1, 2]));
    const shadow = tf.variable(w);
    expect(await fiveCalls((x) => tf.neg(x))).toEqual([-1, -2, -3, -4, -5]);
    shadow.dispose();
  });
});

describe('compileStep refuses', () => {
  it('random numbers and data made in the step, which would repeat', () => {
    const x = tf.tensor1d([1, 2, 3]);
    const noisy = compileStep((a) => tf.add(a, tf.randomNormal([3])));
    expect(() => noisy(x)).toThrow(
      'compileStep: the step itself makes a tensor of shape [3] from data or random numbers, which would be the same in every step; make it outside and pass it as an input.'
    );
    const copied = compileStep((a) => tf.add(a, tf.tensor1d([4, 5, 6])));
    expect(() => copied(x)).toThrow('make it outside and pass it as an input');
  });

  it('a result that is not computed in the step', () => {
    const x = tf.tensor1d([1, 2]);
    expect(() => compileStep((a) => a.clone())(x)).toThrow(
      'compileStep: the step computes nothing'
    );
    expect(() => compileStep((a) => [tf.neg(a), a.clone()])(x)).toThrow(
      'compileStep: result 1 of the step is not computed in it'
    );
    expect(() => compileStep(() => undefined as unknown as tf.Tensor)(x)).toThrow(
      'compileStep: the step returned undefined, expected a tensor or a list of tensors.'
    );
  });

  it('a step that reads in its middle', () => {
    const reading = compileStep((a) => {
      const y = tf.mul(a, 2);
      void y.data();
      return tf.add(y, 1);
    });
    expect(() => reading(tf.tensor1d([1, 2]))).toThrow('reads or runs something in its middle');
  });

  it('two inputs with one tensor', () => {
    const x = tf.tensor1d([1, 2]);
    expect(() => compileStep((a, b) => tf.add(a, b))(x, x)).toThrow(
      'two of the inputs and variables share one tensor of shape [2]'
    );
  });

  it('another backend', async () => {
    const take = compileStep((a) => tf.neg(a));
    await tf.setBackend('cpu');
    const x = tf.tensor1d([1, 2]);
    expect(() => take(x)).toThrow('The current backend is cpu, expected onnxruntime');
  });
});
