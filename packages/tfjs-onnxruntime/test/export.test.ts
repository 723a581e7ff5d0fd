import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as tf from '@tensorflow/tfjs';
import { InferenceSession, Tensor as OrtTensor } from 'onnxruntime-node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compileStep, exportOnnx, loadOnnx, useOnnxRuntime } from '../src/index.ts';
import type { ExportedFunction, InputSpec } from '../src/index.ts';
import { distance } from './support/distance.ts';

const folder = mkdtempSync(join(tmpdir(), 'export-onnx-'));
const file = (name: string): string => join(folder, `${name}.onnx`);

beforeAll(async () => {
  await useOnnxRuntime();
});
afterAll(() => rmSync(folder, { recursive: true }));

/** n numbers between −1 and 1 without any pattern. */
function numbers(n: number): Float32Array<ArrayBuffer> {
  return Float32Array.from({ length: n }, (_, i) => Math.sin(12.9898 * i + 0.5));
}

// The two runs are of the same library, which may fuse the two graphs differently: a few roundings of
// float32 (6e-8 each) through a few layers.
const ROUNDINGS = 1e-6;

/** Exports a function of one [batch, …] input and compares it with the function itself at several batches. */
async function expectSame(
  name: string,
  fn: (x: tf.Tensor) => tf.Tensor | tf.Tensor[],
  shape: InputSpec['shape'],
  batches = [1, 2, 7, 33, 100]
): Promise<void> {
  await exportOnnx(({ x }) => fn(x), { x: { shape } }, file(name));
  const session = await InferenceSession.create(file(name));
  for (const batch of batches) {
    const lengths = shape.map((length) => (typeof length === 'number' ? length : batch));
    const values = numbers(lengths.reduce((a, b) => a * b, 1));
    const results = await session.run({ x: new OrtTensor('float32', values, lengths) });
    const expected = tf.tidy(() => [fn(tf.tensor(values, lengths))].flat());
    expect(session.outputNames).toHaveLength(expected.length);
    for (const [i, output] of session.outputNames.entries()) {
      expect(results[output].dims, `batch ${batch}`).toEqual(expected[i].shape);
      const received = results[output].data as Float32Array;
      expect(distance(received, await expected[i].data())).toBeLessThan(ROUNDINGS);
      expected[i].dispose();
    }
  }
  await session.release();
}

describe('a fitted tf.layers model', () => {
  it('predicts the same in a plain onnxruntime session', async () => {
    const model = tf.sequential({
      layers: [
        tf.layers.dense({ inputShape: [5], units: 64, activation: 'tanh' }),
        tf.layers.dense({ units: 64, activation: 'relu' }),
        tf.layers.dropout({ rate: 0.3 }),
        tf.layers.dense({ units: 2 }),
      ],
    });
    model.compile({ optimizer: 'adam', loss: 'meanSquaredError' });
    const x = tf.tensor2d(numbers(64 * 5), [64, 5]);
    const y = tf.tensor2d(numbers(64 * 2), [64, 2]);
    await model.fit(x, y, { epochs: 3, batchSize: 32 });
    const predict: ExportedFunction = ({ x }) => model.predict(x);
    const signature = await exportOnnx(predict, { x: { shape: [null, 5] } }, file('layers'));
    expect(signature).toEqual({
      inputs: [{ name: 'x', dtype: 'float32', shape: ['batch', 5] }],
      outputs: [{ name: 'output', dtype: 'float32', shape: ['batch', 2] }],
    });

    const session = await InferenceSession.create(file('layers'));
    const results = await session.run({ x: new OrtTensor('float32', numbers(64 * 5), [64, 5]) });
    const expected = await (model.predict(x) as tf.Tensor).data();
    expect(results.output.dims).toEqual([64, 2]);
    expect(distance(results.output.data as Float32Array, expected)).toBeLessThan(ROUNDINGS);
    // One batch of any length is computed as a whole, not in the pieces in which tf.layers predicts.
    const one = await session.run({ x: new OrtTensor('float32', numbers(5), [1, 5]) });
    expect(distance(one.output.data as Float32Array, expected.slice(0, 2))).toBeLessThan(ROUNDINGS);
    await session.release();
  });

  it('keeps the names of its weights in the file', () => {
    const text = readFileSync(file('layers')).toString('latin1');
    expect(text).toMatch(/dense_Dense\d+\/kernel/);
  });

  it('exports a model with several inputs and outputs', async () => {
    const a = tf.input({ shape: [3] });
    const b = tf.input({ shape: [4] });
    const joined = tf.layers.concatenate().apply([a, b]) as tf.SymbolicTensor;
    const one = tf.layers.dense({ units: 2 }).apply(joined) as tf.SymbolicTensor;
    const two = tf.layers.batchNormalization().apply(joined) as tf.SymbolicTensor;
    const model = tf.model({ inputs: [a, b], outputs: [one, two] });
    const both: ExportedFunction = ({ a, b }) => {
      const [first, second] = model.predict([a, b]) as tf.Tensor[];
      return { first, second };
    };
    await exportOnnx(both, { a: { shape: [null, 3] }, b: { shape: [null, 4] } }, file('two'));
    const loaded = await loadOnnx(file('two'));
    expect(loaded.outputs.map(({ name, shape }) => [name, ...shape])).toEqual([
      ['first', 'batch', 2],
      ['second', 'batch', 7],
    ]);
    const results = await loaded.run({
      a: { data: numbers(6), shape: [2, 3] },
      b: { data: numbers(8), shape: [2, 4] },
    });
    const fed = [tf.tensor(numbers(6), [2, 3]), tf.tensor(numbers(8), [2, 4])];
    const expected = model.predict(fed) as tf.Tensor[];
    expect(distance(results.first.data as Float32Array, await expected[0].data())).toBeLessThan(
      ROUNDINGS
    );
    expect(distance(results.second.data as Float32Array, await expected[1].data())).toBeLessThan(
      ROUNDINGS
    );
    await loaded.release();
  });
});

describe('an open length', () => {
  const square = tf.customGrad((x, save) => {
    const given = x as tf.Tensor;
    (save as (tensors: tf.Tensor[]) => void)([given]);
    return { value: given.square(), gradFunc: (dy: tf.Tensor) => dy.mul(given).mul(2) };
  });

  it.each<[string, (x: tf.Tensor) => tf.Tensor | tf.Tensor[], InputSpec['shape']]>([
    ['a function with a gradient of its own', (x) => square(x.mul(2)).sum(1), [null, 4]],
    ['its gradient', (x) => tf.grad((z) => square(z).mean())(x), [null, 4]],
    ['a reshape to columns', (x) => x.reshape([-1, 2, 3]).sum(2), ['events', 6]],
    ['two lengths of a reshape', (x) => x.reshape([x.shape[0] * 2, 1, 3]), [null, 6]],
    ['ones of the same length', (x) => x.concat(tf.ones([x.shape[0], 1]), 1), [null, 3]],
    ['many ones of the same length', (x) => x.concat(tf.ones([x.shape[0], 9]), 1), [null, 3]],
    ['a slice of all but the last', (x) => x.slice([0, 1], [x.shape[0], 2]), [null, 3]],
    ['halves', (x) => tf.split(x.reshape([-1]), 2, 0), [null, 6]],
    ['division by the length', (x) => x.sum(0).div(x.shape[0]), [null, 3]],
    ['tiles', (x) => tf.tile(x.expandDims(1), [1, 4, 1]), [null, 3]],
    ['columns by position', (x) => tf.gather(x, [2, 0, 0], 1), [null, 3]],
    ['the largest two with their places', (x) => Object.values(tf.topk(x, 2)), [null, 5]],
    ['reductions', (x) => [x.max(1), x.min(0), x.mean(), x.argMax(1)], [null, 5]],
    ['a broadcast product', (x) => tf.matMul(x, x, false, true).sum(1), [null, 4]],
    ['a stack of matrices', (x) => tf.matMul(x, tf.transpose(x, [0, 2, 1])), [null, 3, 2]],
  ])('%s', async (name, fn, shape) => {
    await expectSame(name.replaceAll(' ', '-'), fn, shape);
  });

  it('of a width that is also one of the lengths that are tried', async () => {
    const weights = tf.tensor(numbers(23 * 23), [23, 23]);
    await expectSame('width23', (x) => x.matMul(weights).reshape([-1, 23]), [null, 23]);
  });

  it('beside a tensor that is taken apart into more columns than the lengths that are tried', async () => {
    const fn = (x: tf.Tensor): tf.Tensor => {
      const parts = tf.unstack(tf.mean(x, 0));
      const columns = tf.unstack(x, 1);
      return columns.reduce((sum, column, i) => tf.add(sum, tf.mul(column, parts[i])));
    };
    await expectSame('apart', fn, [null, 40]);
  });

  it('two of them, which are named', async () => {
    const fn: ExportedFunction = ({ a, b }) => ({
      table: tf.matMul(a, b, false, true),
      pairs: tf.concat([a, b], 0).reshape([-1]),
    });
    const specs = { a: { shape: ['rows', 2] }, b: { shape: ['columns', 2] } };
    const { outputs } = await exportOnnx(fn, specs, file('named'));
    expect(outputs.map(({ shape }) => shape)).toEqual([['rows', 'columns'], ['2*rows+2*columns']]);
    const model = await loadOnnx(file('named'));
    const results = await model.run({
      a: { data: Float32Array.of(1, 2, 3, 4, 5, 6), shape: [3, 2] },
      b: { data: Float32Array.of(1, -1), shape: [1, 2] },
    });
    // By hand: (1, 2)·(1, −1) = −1 and so on.
    expect(results.table).toEqual({ data: Float32Array.of(-1, -1, -1), shape: [3, 1] });
    expect(results.pairs.data).toEqual(Float32Array.of(1, 2, 3, 4, 5, 6, 1, -1));
    await model.release();
  });

  it.each<[string, (x: tf.Tensor) => tf.Tensor, RegExp]>([
    ['numbers counted from it', (x) => x.add(tf.range(0, x.shape[0]).expandDims(1)), /Add/],
    ['a number of operations', (x) => tf.addN(tf.unstack(x)), /batch = 23/],
    ['its logarithm', (x) => x.mul(Math.log(x.shape[0])), /Mul/],
  ])('cannot be hidden in %s', async (_, fn, said) => {
    const exported = exportOnnx(({ x }) => fn(x), { x: { shape: [null, 3] } }, file('hidden'));
    await expect(exported).rejects.toThrow(said);
    await expect(exported).rejects.toThrow(/depends on an open length/);
  });
});

describe('what is stored', () => {
  it('are the present values of variables, computed ones too, in every element type', async () => {
    const step = tf.variable(tf.tensor1d([1, 2, 3]));
    step.assign(step.mul(2));
    const chosen = tf.tensor1d([2, 0], 'int32');
    const keep = tf.tensor1d([true, false, true], 'bool');
    const fn: ExportedFunction = ({ x }) => [
      tf.where(keep, x.mul(step), tf.zerosLike(x)),
      tf.gather(x, chosen),
      x.greater(0),
      x.toInt(),
    ];
    await exportOnnx(fn, { x: { shape: [3] } }, file('kinds'));
    step.assign(step.mul(100));
    const model = await loadOnnx(file('kinds'));
    const x = { data: Float32Array.of(1.5, -2.5, 4), shape: [3] };
    // By hand.
    expect(await model.run({ x })).toEqual({
      output0: { data: Float32Array.of(3, 0, 24), shape: [3] },
      output1: { data: Float32Array.of(4, 1.5), shape: [2] },
      output2: { data: Uint8Array.of(1, 0, 1), shape: [3] },
      output3: { data: Int32Array.of(1, -2, 4), shape: [3] },
    });
    await model.release();
  });

  it('are those that a compiled step has left in the variables', async () => {
    const weight = tf.variable(tf.tensor1d([1, 2]));
    const step = compileStep(() => {
      weight.assign(weight.mul(2));
      return weight.sum();
    });
    for (let i = 0; i < 5; ++i) tf.dispose(step());
    await exportOnnx(({ x }) => x.mul(weight), { x: { shape: [2] } }, file('stepped'));
    const model = await loadOnnx(file('stepped'));
    const { output } = await model.run({ x: { data: Float32Array.of(1, 1), shape: [2] } });
    expect(output.data).toEqual(Float32Array.of(32, 64)); // 2⁵
    await model.release();
  });

  it('takes int32 and bool inputs, and gives back inputs and known tensors', async () => {
    const mass = tf.variable(tf.scalar(80.4));
    const fn: ExportedFunction = ({ i, b }) => ({ same: i, not: tf.logicalNot(b), mass });
    const specs = {
      i: { shape: ['n'], dtype: 'int32' },
      b: { shape: ['n'], dtype: 'bool' },
    } as const;
    await exportOnnx(fn, specs, file('given'));
    const model = await loadOnnx(file('given'));
    const results = await model.run({
      i: { data: Int32Array.of(7, -8), shape: [2] },
      b: { data: Uint8Array.of(1, 0), shape: [2] },
    });
    expect(results).toEqual({
      same: { data: Int32Array.of(7, -8), shape: [2] },
      not: { data: Uint8Array.of(0, 1), shape: [2] },
      mass: { data: Float32Array.of(80.4), shape: [] },
    });
    await model.release();
  });

  it('gives the same bytes each time and leaves no tensor and no file behind', async () => {
    const weights = tf.variable(tf.tensor(numbers(12), [4, 3]));
    const fn: ExportedFunction = ({ x }) => tf.tanh(x.matMul(weights.mul(2)));
    await exportOnnx(fn, { x: { shape: [null, 4] } }, file('once'));
    const tensors = tf.memory().numTensors;
    await exportOnnx(fn, { x: { shape: [null, 4] } }, file('again'));
    expect(tf.memory().numTensors).toBe(tensors);
    expect(readFileSync(file('again')).equals(readFileSync(file('once')))).toBe(true);
    expect(readdirSync(folder).filter((name) => !name.endsWith('.onnx'))).toEqual([]);
  });

  it('gives the same bytes whatever variables without a name there were before', async () => {
    const bytes = async (name: string): Promise<Buffer> => {
      const weights = tf.variable(tf.tensor(numbers(6), [2, 3]));
      const specs = { x: { shape: [null, 2] } };
      await exportOnnx(({ x }) => tf.matMul(x, weights), specs, file(name));
      weights.dispose();
      return readFileSync(file(name));
    };
    expect(await bytes('second')).toEqual(await bytes('first'));
  });

  it('does not disturb operations that wait', async () => {
    const waiting = tf.tensor1d([1, 2]).mul(3);
    await exportOnnx(({ x }) => x.add(waiting), { x: { shape: [2] } }, file('waiting'));
    expect(Array.from(await waiting.data())).toEqual([3, 6]);
  });
});

it('refuses to read a tensor of a function that is being exported, instead of waiting for ever', async () => {
  let read: Promise<unknown> = Promise.resolve();
  const reading: ExportedFunction = ({ x }) => {
    read = x.data();
    read.catch(() => undefined);
    return x.mul(2);
  };
  await exportOnnx(reading, { x: { shape: [2] } }, file('reading')).catch(() => undefined);
  await expect(read).rejects.toThrow(
    'A tensor of a function that is being exported has no values; compute with tensors instead of reading them.'
  );
});

describe('exportOnnx refuses', () => {
  const double: ExportedFunction = ({ x }) => x.mul(2);
  const spec = { x: { shape: [2] } };

  it.each<[string, ExportedFunction, Record<string, unknown>, RegExp]>([
    ['an unknown dtype', double, { x: { shape: [2], dtype: 'float16' } }, /dtype of input "x"/],
    ['no inputs', double, {}, /received no inputs/],
    ['a length of 0', double, { x: { shape: [0] } }, /length of input "x" is 0/],
    ['a negative length', double, { x: { shape: [-1, 2] } }, /length of input "x" is -1/],
    ['no shape', double, { x: {} }, /input "x" has no shape/],
    ['a name that is kept for itself', double, { '/x': { shape: [2] } }, /called "\/x"/],
    ['an output called like an input', ({ x }) => ({ x: x.mul(2) }), spec, /both an input and an/],
    [
      'a promise',
      (({ x }: { x: tf.Tensor }) => Promise.resolve(x)) as never,
      spec,
      /not in a promise/,
    ],
    ['a promise that fails', (() => Promise.reject(new Error())) as never, spec, /in a promise/],
    ['a number', (() => 3) as never, spec, /returned number/],
    ['nothing', (() => undefined) as never, spec, /returned undefined/],
    ['an empty object', () => ({}), spec, /returned nothing/],
    ['no use of its inputs', () => tf.scalar(1).mul(2), spec, /no output is computed/],
    ['a look at a value', ({ x }) => x.mul(x.dataSync()[0]), spec, /has not been computed/],
    ['more open lengths than three', double, { x: { shape: ['a', 'b', 'c', 'd'] } }, /4 lengths/],
  ])('%s', async (_, fn, specs, said) => {
    const path = file('refused');
    await expect(exportOnnx(fn, specs as never, path)).rejects.toThrow(said);
    expect(readdirSync(folder)).not.toContain('refused.onnx');
  });

  it('a path that cannot be written, and leaves what is there', async () => {
    await expect(exportOnnx(double, spec, join(folder, 'no', 'such.onnx'))).rejects.toThrow(
      /such\.onnx" cannot be written \(ENOENT/
    );
    const path = mkdtempSync(join(folder, 'taken-'));
    await expect(exportOnnx(double, spec, path)).rejects.toThrow(/cannot be written/);
    expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual([]);
    rmSync(path, { recursive: true });
  });

  it('another backend', async () => {
    await tf.setBackend('cpu');
    await expect(exportOnnx(double, spec, file('cpu'))).rejects.toThrow(/backend is cpu/);
    await useOnnxRuntime();
  });
});

describe('loadOnnx refuses', () => {
  const x = { data: Float32Array.of(1, 2), shape: [1, 2] };

  beforeAll(async () => {
    const fn: ExportedFunction = ({ x, y }) => x.add(y);
    const specs = { x: { shape: [null, 2] }, y: { shape: [null, 2] } };
    await exportOnnx(fn, specs, file('sum'));
  });

  it('a file that is not there', async () => {
    await expect(loadOnnx(file('gone'))).rejects.toThrow(/gone\.onnx" cannot be read \(ENOENT/);
  });

  it('files that are empty, cut short at any place, or something else', async () => {
    const bytes = readFileSync(file('layers'));
    const cuts = Array.from({ length: 40 }, (_, i) => Math.floor((bytes.length * i) / 40));
    for (const length of [...cuts, bytes.length - 1]) {
      writeFileSync(file('cut'), bytes.subarray(0, length));
      await expect(loadOnnx(file('cut')), `${length} bytes`).rejects.toThrow(
        /cut\.onnx" is (empty|not a whole ONNX model)/
      );
    }
    writeFileSync(file('text'), 'not a model');
    await expect(loadOnnx(file('text'))).rejects.toThrow(/not a whole ONNX model/);
  });

  it.each<[string, Record<string, unknown>, RegExp]>([
    ['an unknown input', { x, y: x, z: x }, /has no input "z", expected "x", "y"/],
    ['a missing input', { x }, /Input "y" .* received nothing, expected a Float32Array/],
    ['a wrong type', { x, y: { ...x, data: Int32Array.of(1, 2) } }, /received a Int32Array/],
    ['a wrong rank', { x, y: { ...x, shape: [2] } }, /shape \[2\], expected \[1,2\]/],
    ['a wrong length', { x, y: { ...x, shape: [2, 1] } }, /shape \[2,1\], expected \[1,2\]/],
    ['different batches', { x, y: { data: numbers(4), shape: [2, 2] } }, /expected \[1,2\]/],
    ['too few values', { x, y: { ...x, data: Float32Array.of(1) } }, /received 1 values/],
  ])('%s', async (_, feeds, said) => {
    const model = await loadOnnx(file('sum'));
    await expect(model.run(feeds as never)).rejects.toThrow(said);
    await model.release();
    await model.release();
    await expect(model.run({ x, y: x })).rejects.toThrow(/was released/);
  });

  it('options that cannot be', async () => {
    await expect(loadOnnx(file('sum'), { threads: 0 })).rejects.toThrow(/threads is 0/);
  });
});
