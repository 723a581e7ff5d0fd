import * as tf from '@tensorflow/tfjs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { availableProviders, engineStatistics, useOnnxRuntime } from '../src/index.ts';
import type { EngineOptions } from '../src/index.ts';
import type { Usage } from './engine/memory.ts';
import type { Started } from './engine/start.ts';
import { runInNode } from './support/node.ts';

const script = (name: string): URL => new URL(`./engine/${name}`, import.meta.url);

let options: EngineOptions;
beforeEach(async () => {
  options = await useOnnxRuntime();
});
afterEach(async () => {
  await useOnnxRuntime(options);
});

/** Runs and compilations that something causes. */
async function workOf(f: () => Promise<unknown>): Promise<{ runs: number; compiles: number }> {
  const before = engineStatistics();
  await f();
  const { runs, compiles } = engineStatistics();
  return { runs: runs - before.runs, compiles: compiles - before.compiles };
}

describe('reading', () => {
  it('refuses dataSync on what has not been computed, and says what to do', async () => {
    const x = tf.add(tf.tensor1d([1, 2]), 1);
    expect(() => x.dataSync()).toThrow(
      'A tensor of shape [2] has not been computed yet, and the onnxruntime backend computes asynchronously; use "await tensor.data()" (array(), bytes()) instead of dataSync() (arraySync()).'
    );
    expect(await x.array()).toEqual([2, 3]);
  });

  it('allows dataSync on what was written, and on what has been computed', async () => {
    const written = tf.tensor2d([1, 2, 3, 4], [2, 2]);
    expect(written.arraySync()).toEqual([
      [1, 2],
      [3, 4],
    ]);
    expect(written.reshape([4]).arraySync()).toEqual([1, 2, 3, 4]);
    const computed = tf.square(written);
    await computed.data();
    expect([...computed.dataSync()]).toEqual([1, 4, 9, 16]);
  });

  it('reads concurrently in one run', async () => {
    const x = tf.tensor1d([1, 2, 3]);
    const results = [tf.square(x), tf.neg(x), tf.sum(x)];
    const work = await workOf(async () => {
      const values = await Promise.all(results.map((result) => result.array()));
      expect(values).toEqual([[1, 4, 9], [-1, -2, -3], 6]);
    });
    expect(work.runs).toBe(1);
  });

  it('computes what was read before once only', async () => {
    const x = tf.exp(tf.tensor1d([0, 0]));
    await x.data();
    expect(
      await workOf(() => Promise.all([x.data(), x.array(), tf.reshape(x, [2, 1]).data()]))
    ).toEqual({
      runs: 0,
      compiles: 0,
    });
  });

  it('keeps a result that two tensors stand for when one of them is disposed', async () => {
    const x = tf.add(tf.tensor2d([1, 2], [1, 2]), 1);
    const y = tf.transpose(x, [0, 1]);
    x.dispose();
    expect(await y.array()).toEqual([[2, 3]]);
  });

  it('sees a tensor as it was made, whatever becomes of the array that it was made of', async () => {
    const batch = Float32Array.of(1, 2);
    const number = Float32Array.of(3);
    const product = tf.mul(tf.tensor1d(batch), tf.tensor1d(number));
    batch.fill(7);
    number.fill(7);
    expect(await product.array()).toEqual([3, 6]);
  });

  it('reads while a run is under way', async () => {
    const first = tf.square(tf.tensor1d([1, 2])).data();
    const second = tf.exp(tf.zeros([2])).data();
    await Promise.resolve();
    const third = tf.neg(tf.tensor1d([1, 2])).data();
    expect((await Promise.all([third, first, second])).map((values) => [...values])).toEqual([
      [-1, -2],
      [1, 4],
      [1, 1],
    ]);
  });

  it('computes chains deeper than the call stack', async () => {
    const x = tf.tidy(() => {
      let sum: tf.Tensor = tf.scalar(0);
      for (let i = 0; i < 15_000; ++i) sum = tf.add(sum, 1);
      return sum;
    });
    expect(await x.array()).toBe(15_000);
  });

  it('cuts a recording that grows too large', async () => {
    await useOnnxRuntime({ largestRun: 100 });
    let sum: tf.Tensor = tf.scalar(0);
    const { runs } = await workOf(async () => {
      for (let i = 0; i < 1000; ++i) sum = tf.add(sum, 1);
      expect(await sum.array()).toBe(1000);
    });
    expect(runs).toBeGreaterThanOrEqual(10);
    expect(runs).toBeLessThanOrEqual(30);
  });

  it('reads what was computed while it was moved to another backend and back', async () => {
    const x = tf.square(tf.tensor1d([1, 2, 3]));
    await x.data();
    await tf.setBackend('cpu');
    const y = tf.add(x, 1);
    expect([...y.dataSync()]).toEqual([2, 5, 10]);
    await useOnnxRuntime();
    expect(await tf.mul(y, x).array()).toEqual([2, 20, 90]);
  });

  it('says to read first when what has not been computed is moved to another backend', async () => {
    const x = tf.square(tf.tensor1d([1, 2, 3]));
    await tf.setBackend('cpu');
    expect(() => tf.add(x, 1)).toThrow('has not been computed yet');
    expect(await x.array()).toEqual([1, 4, 9]);
  });

  it('returns the time of the runs that a function causes', async () => {
    const { kernelMs } = (await tf.time(() => tf.matMul(tf.ones([64, 64]), tf.ones([64, 64])))) as {
      kernelMs: number;
    };
    expect(kernelMs).toBeGreaterThan(0);
    const { kernels } = await tf.profile(() => tf.tidy(() => tf.square(tf.tensor1d([1, 2]))));
    expect(kernels.map(({ name }) => name)).toEqual(['Square']);
  });
});

describe('disposing', () => {
  it('forgets what was not read', async () => {
    const x = tf.tensor1d([1, 2]);
    const work = await workOf(async () => {
      tf.square(x).dispose();
      tf.tidy(() => void tf.exp(x));
      await x.data();
    });
    expect(work).toEqual({ runs: 0, compiles: 0 });
  });

  it('makes a later use an error', async () => {
    const x = tf.square(tf.tensor1d([1, 2]));
    x.dispose();
    await expect(async () => x.data()).rejects.toThrow('Tensor is disposed.');
    expect(() => tf.add(x, 1)).toThrow('A tensor was used after it had been disposed.');
  });

  it('does not take back a read that is under way', async () => {
    const x = tf.square(tf.tensor1d([1, 2]));
    const read = x.data();
    x.dispose();
    expect([...(await read)]).toEqual([1, 4]);
  });

  it('is counted by tf.memory()', async () => {
    const before = tf.memory();
    const kept = tf.tidy(() => tf.add(tf.tensor1d([1, 2, 3]), tf.scalar(1)));
    expect(tf.memory().numTensors).toBe(before.numTensors + 1);
    expect(tf.memory().numBytes).toBe(before.numBytes + 3 * 4);
    expect(tf.memory().numDataBuffers).toBe(before.numDataBuffers + 1);
    await kept.data();
    kept.dispose();
    expect(tf.memory()).toEqual(before);
  });
});

/** Steps of a training without a read; the last loss at the end. */
async function train(
  optimizer: tf.Optimizer,
  steps: number,
  onStep?: (step: number) => void
): Promise<number> {
  const w = tf.variable(tf.tensor2d([0.5, -0.5], [2, 1]));
  const x = tf.tensor2d([1, 2, 3, 4, 5, 6], [3, 2]);
  let last: tf.Scalar | undefined;
  for (let step = 0; step < steps; ++step) {
    onStep?.(step);
    last?.dispose();
    // The outermost scope is the step.
    last = tf.tidy(() =>
      optimizer.minimize(
        () => tf.mean(tf.square(tf.sub(tf.tanh(tf.matMul(x, w as tf.Tensor2D)), 0.5))),
        true,
        [w]
      )!
    );
  }
  const [loss] = await last!.data();
  tf.dispose([w, x, last!]);
  return loss;
}

describe('a training loop without reads', () => {
  it('is run step by step, with few compilations', async () => {
    await useOnnxRuntime({ nodesPerRun: 1 });
    const { runs, compiles } = await workOf(() => train(tf.train.adam(0.01), 100));
    expect(runs).toBeGreaterThanOrEqual(99);
    expect(runs).toBeLessThanOrEqual(101);
    // The first step (moments not yet computed), the later ones, the last one.
    expect(compiles).toBeLessThanOrEqual(5);
  });

  it('runs several small steps at once if it is told to', async () => {
    await useOnnxRuntime({ nodesPerRun: 1000 });
    const { runs } = await workOf(() => train(tf.train.adam(0.01), 100));
    expect(runs).toBeLessThan(20);
  });

  it('comes to the same numbers however it is cut', async () => {
    const losses: number[] = [];
    for (const nodesPerRun of [1, 100, 10_000]) {
      await useOnnxRuntime({ nodesPerRun });
      losses.push(await train(tf.train.adam(0.01), 50));
    }
    // Merged steps may be fused differently: float32 rounding.
    for (const loss of losses) expect(loss).toBeCloseTo(losses[0], 6);
  });

  it('compiles once more when a learning rate begins to change, and not again', async () => {
    await useOnnxRuntime({ nodesPerRun: 1 });
    const constant = await workOf(() => train(tf.train.sgd(0.1), 60));
    await useOnnxRuntime({ nodesPerRun: 1 });
    const optimizer = tf.train.sgd(0.1);
    const changing = await workOf(() =>
      train(optimizer, 60, (step) => {
        if (step >= 20) optimizer.setLearningRate(0.1 / step);
      })
    );
    expect(changing.runs).toBe(constant.runs);
    // Once for the step, and once for the last one, which ends differently.
    expect(changing.compiles - constant.compiles).toBeLessThanOrEqual(1);
  });

  it('compiles once more when the positions of a slice begin to change, and not again', async () => {
    const rows = tf.add(tf.range(0, 400).reshape([100, 4]), 0);
    await rows.data();
    const work = await workOf(async () => {
      for (let i = 0; i < 50; ++i) {
        const row = tf.tidy(() => tf.square(tf.slice(rows, [2 * i, 1], [2, 2])));
        const first = 8 * i + 1;
        expect(await row.array()).toEqual([
          [first ** 2, (first + 1) ** 2],
          [(first + 4) ** 2, (first + 5) ** 2],
        ]);
        row.dispose();
      }
    });
    expect(work).toEqual({ runs: 50, compiles: 2 });
  });

  it('compiles once more when the bounds of a clip begin to change, and not again', async () => {
    const x = tf.tensor1d([-2, 0.1, 9]);
    const work = await workOf(async () => {
      for (let i = 1; i <= 20; ++i) {
        const clipped = tf.tidy(() => tf.clipByValue(x, -1 / i, i));
        expect(await clipped.array()).toEqual([
          Math.fround(-1 / i),
          Math.fround(0.1),
          Math.min(i, 9),
        ]);
        clipped.dispose();
      }
    });
    expect(work).toEqual({ runs: 20, compiles: 2 });
  });

  it('tells −0 from 0, and ±∞ and NaN from one another, in constants and attributes', async () => {
    const slopes: unknown[] = [];
    for (const alpha of [Infinity, NaN, -Infinity]) {
      slopes.push(...(await tf.leakyRelu(tf.tensor1d([-1]), alpha).array()));
    }
    expect(slopes).toEqual([-Infinity, NaN, Infinity]);
    const reciprocals: unknown[] = [];
    for (const zero of [-0, 0]) {
      reciprocals.push(...(await tf.reciprocal(tf.pad(tf.tensor1d([1]), [[1, 0]], zero)).array()));
    }
    expect(reciprocals).toEqual([-Infinity, 1, Infinity, 1]);
  });

  it('compiles a handful of graphs for all batches of a fit', async () => {
    const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [3] })] });
    model.compile({ optimizer: 'adam', loss: 'meanSquaredError' });
    const [x, y] = [tf.randomNormal([1600, 3]), tf.randomNormal([1600, 1])];
    const work = await workOf(() => model.fit(x, y, { batchSize: 16, epochs: 2 }));
    expect(work.runs).toBeGreaterThan(20);
    expect(work.compiles).toBeLessThan(12);
  });
});

describe('compiled graphs', () => {
  const sumOf = async (length: number): Promise<void> => {
    const sum = tf.tidy(() => tf.sum(tf.square(tf.range(0, length))));
    await sum.data();
    sum.dispose();
  };

  it('are kept up to a number, the ones used last', async () => {
    await useOnnxRuntime({ compiledGraphs: 3 });
    for (const length of [1, 2, 3, 4, 5].map((n) => n + 100)) await sumOf(length);
    expect(engineStatistics().compiledGraphs).toBe(3);
    expect(await workOf(() => sumOf(103))).toEqual({ runs: 1, compiles: 0 });
    expect(await workOf(() => sumOf(101))).toEqual({ runs: 1, compiles: 1 });
    // 104 had been used longest ago.
    expect(await workOf(() => sumOf(103))).toEqual({ runs: 1, compiles: 0 });
    expect(await workOf(() => sumOf(104))).toEqual({ runs: 1, compiles: 1 });
  });

  it('are dropped when settings change', async () => {
    await sumOf(7);
    await useOnnxRuntime({ graphOptimization: 'basic' });
    expect(engineStatistics().compiledGraphs).toBe(0);
    expect(await workOf(() => sumOf(7))).toEqual({ runs: 1, compiles: 1 });
  });
});

const MISSPELT: object = { thread: 2 };

describe('errors', () => {
  it('of a run reject the read, and leave later work alone', async () => {
    const before = tf.square(tf.tensor1d([3]));
    await before.data();
    // Positions that are not known yet, so that only the run can tell.
    const positions = tf.add(tf.tensor1d([3], 'int32'), tf.scalar(4, 'int32'));
    const wrong = tf.gather(tf.tensor1d([1, 2, 3]), positions);
    const dependent = tf.add(wrong, 1);
    await expect(wrong.data()).rejects.toThrow(/indices element out of data bounds, idx=7/);
    await expect(dependent.data()).rejects.toThrow(/idx=7/);
    await expect(tf.square(dependent).data()).rejects.toThrow(/idx=7/);
    expect(() => wrong.dataSync()).toThrow(/idx=7/);
    expect(await tf.add(before, 1).array()).toEqual([10]);
  });

  it.each([
    [{ threads: 0 }, 'threads is 0, expected a whole number of at least 1.'],
    [{ threads: 1.5 }, 'threads is 1.5, expected a whole number of at least 1.'],
    [{ compiledGraphs: NaN }, 'compiledGraphs is NaN, expected a whole number of at least 1.'],
    [{ nodesPerRun: -1 }, 'nodesPerRun is -1, expected a whole number of at least 1.'],
    [{ largestRun: Infinity }, 'largestRun is Infinity, expected a whole number of at least 1.'],
    [
      { graphOptimization: 'most' as 'all' },
      'graphOptimization is "most", expected one of disabled, basic, extended, all.',
    ],
    [{ spinning: 1 as unknown as boolean }, 'spinning is 1, expected true or false.'],
    [
      { ...MISSPELT },
      'There is no option thread, expected one of threads, provider, spinning, graphOptimization, compiledGraphs, nodesPerRun, largestRun, profile.',
    ],
    [{ provider: 'tpu' as 'cpu' }, 'provider is "tpu", expected one of cpu, cuda, webgpu.'],
  ])('of settings: %o', async (changes, message) => {
    await expect(useOnnxRuntime(changes)).rejects.toThrow(new RangeError(message));
    expect(await useOnnxRuntime()).toEqual(options);
  });

  it('of types that the engine does not have', () => {
    expect(() => tf.tensor1d(['a'])).toThrow(
      "A tensor of type string was given to the onnxruntime backend, expected float32, int32 or bool; use tf.setBackend('cpu') for it."
    );
  });

  it('of a native library that is missing', async () => {
    const { message } = await runInNode<Started>(script('start.ts'), {
      args: ['cpu'],
      preload: ['../engine/without-runtime.mjs'],
    });
    expect(message!.error!.message).toMatch(
      /^The native library of onnxruntime-node does not load on \w+\/\w+: Cannot find module onnxruntime_binding\.node; remove node_modules\/onnxruntime-node and install it again with "npm install --ignore-scripts"\.$/
    );
  });

  // Where there is such a device, the sum must be right instead.
  it.each(['cuda', 'webgpu'])('of the provider %s, if it cannot start', async (provider) => {
    const { message } = await runInNode<Started>(script('start.ts'), { args: [provider] });
    const started = message!.error === undefined ? `sum ${message!.sum}` : message!.error.message;
    expect(started).toMatch(
      new RegExp(
        `^sum 3$|^The execution provider ${provider} does not start: .+; .+, or use provider "cpu"\\.$`
      )
    );
  });
});

it('names the providers of this installation', async () => {
  const providers = await availableProviders();
  expect(providers).toContainEqual({ name: 'cpu', bundled: true });
});

describe('in a process of its own', () => {
  it('comes to the same bits twice from the same seed and number of threads', async () => {
    const [first, second] = await Promise.all(
      [1, 2].map(() => runInNode<Float32Array[]>(script('bits.ts'), { args: ['2'] }))
    );
    expect(first.message, first.output).toHaveLength(2);
    expect(second.message).toEqual(first.message);
    expect(first.message!.flatMap((values) => [...values]).every(Number.isFinite)).toBe(true);
  });

  it('uses no more memory after thousands of steps', async () => {
    const { message, output } = await runInNode<Usage[]>(script('memory.ts'), {
      nodeOptions: ['--expose-gc'],
    });
    expect(message, output).toHaveLength(3);
    const [first, , last] = message!;
    expect(last.tensors).toBe(first.tensors);
    expect(last.bytes).toBe(first.bytes);
    // One buffer of 64 KiB kept by each of the 2000 steps between would be 125 MiB.
    expect((last.resident - first.resident) / 2 ** 20).toBeLessThan(25);
  });
});

it('comes back after it has been removed', async () => {
  tf.removeBackend('onnxruntime');
  await useOnnxRuntime();
  expect(await tf.square(tf.tensor1d([3])).array()).toEqual([9]);
});
