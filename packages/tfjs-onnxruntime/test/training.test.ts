import * as tf from '@tensorflow/tfjs';
import type { LayersModel, Optimizer, Scalar, Tensor, Variable } from '@tensorflow/tfjs';
import { describe, expect, it } from 'vitest';
import { useOnnxRuntime } from '../src/index.ts';
import { spread } from './gradients/case.ts';
import { distance } from './support/distance.ts';

type Backend = 'cpu' | 'onnxruntime';

async function use(backend: Backend): Promise<void> {
  if (backend === 'cpu') await tf.setBackend('cpu');
  else await useOnnxRuntime();
}

/** What a computation yields on `cpu` and here. */
async function onBoth<Result>(f: () => Promise<Result>): Promise<Record<Backend, Result>> {
  await use('cpu');
  const cpu = await f();
  await use('onnxruntime');
  return { cpu, onnxruntime: await f() };
}

function tensor(shape: number[], low?: number, high?: number): Tensor {
  return tf.tensor([...spread(shape, low, high).values], shape);
}

const OPTIMIZERS: Readonly<Record<string, () => Optimizer>> = {
  sgd: () => tf.train.sgd(0.05),
  momentum: () => tf.train.momentum(0.01, 0.9),
  'momentum of Nesterov': () => tf.train.momentum(0.01, 0.9, true),
  adagrad: () => tf.train.adagrad(0.05),
  adadelta: () => tf.train.adadelta(0.1, 0.9),
  adam: () => tf.train.adam(0.01),
  adamax: () => tf.train.adamax(0.01),
  rmsprop: () => tf.train.rmsprop(0.001),
  'rmsprop with momentum': () => tf.train.rmsprop(0.0005, 0.9, 0.5),
};

const STEPS = 200;
/** Both round each step to float32, in different order: at worst the errors of all steps add up. */
const TOLERANCE = STEPS * 2 ** -24;

/** Fits a network of one hidden layer to a product of two inputs; yields its loss at each step and weights. */
async function fit(optimizer: Optimizer): Promise<{ losses: number[]; weights: number[] }> {
  const variables = [
    tf.variable(tensor([2, 8], -0.7, 0.7)),
    tf.variable(tf.zeros([8])),
    tf.variable(tensor([8, 1], -0.7, 0.7)),
  ] as Variable[];
  const x = tensor([32, 2]);
  const y = tf.tidy(() => tf.prod(x, 1, true));
  const loss = (): Scalar => {
    const [w, b, v] = variables;
    return tf.losses.meanSquaredError(y, tf.matMul(tf.tanh(tf.add(tf.matMul(x, w), b)), v));
  };
  const losses: number[] = [];
  for (let step = 0; step < STEPS; ++step) {
    const cost = optimizer.minimize(loss, true, variables)!;
    losses.push((await cost.data())[0]);
    cost.dispose();
  }
  const weights = await Promise.all(
    variables.map(async (variable) => [...(await variable.data())])
  );
  tf.dispose([x, y, ...variables]);
  optimizer.dispose();
  return { losses, weights: weights.flat() };
}

describe.each(Object.entries(OPTIMIZERS))('%s', (_name, make) => {
  it('ends where the cpu backend ends', async () => {
    const { cpu, onnxruntime } = await onBoth(() => fit(make()));
    expect(cpu.losses.at(-1)! / cpu.losses[0]).toBeLessThan(0.9);
    expect(distance(onnxruntime.losses, cpu.losses)).toBeLessThan(TOLERANCE);
    expect(distance(onnxruntime.weights, cpu.weights)).toBeLessThan(TOLERANCE);
  });
});

/** A network of all layers that a feed-forward regression or classification is made of. */
function model(outputs: number, activation: 'linear' | 'sigmoid' | 'softmax'): LayersModel {
  const { dense, batchNormalization, dropout, activation: activate } = tf.layers;
  const network = tf.sequential({
    layers: [
      dense({ units: 8, inputShape: [3], activation: 'tanh' }),
      batchNormalization({ momentum: 0.9 }),
      dense({ units: 8 }),
      activate({ activation: 'relu' }),
      dropout({ rate: 0 }),
      dense({ units: 4, activation: 'elu' }),
      dense({ units: outputs, activation }),
    ],
  });
  const weights = network.weights.map(({ name, shape }) =>
    // Variances must be positive.
    name.includes('variance') ? tf.ones(shape as number[]) : tensor(shape as number[], -0.8, 0.8)
  );
  network.setWeights(weights);
  tf.dispose(weights);
  return network;
}

interface Problem {
  readonly outputs: number;
  readonly activation: 'linear' | 'sigmoid' | 'softmax';
  /** Labels for the inputs, as rows. */
  readonly labels: (x: Tensor) => Tensor;
}

const PROBLEMS: Readonly<Record<string, Problem>> = {
  meanSquaredError: {
    outputs: 1,
    activation: 'linear',
    labels: (x) => tf.sum(tf.square(x), 1, true),
  },
  binaryCrossentropy: {
    outputs: 1,
    activation: 'sigmoid',
    labels: (x) => tf.cast(tf.greater(tf.sum(x, 1, true), 0), 'float32'),
  },
  categoricalCrossentropy: {
    outputs: 3,
    activation: 'softmax',
    labels: (x) => tf.cast(tf.oneHot(tf.argMax(x, 1), 3), 'float32'),
  },
};

/** Trains, evaluates, predicts, saves and loads; yields the numbers of each. */
async function useModel(loss: string, { outputs, activation, labels }: Problem) {
  const network = model(outputs, activation);
  const optimizer = tf.train.adam(0.01);
  network.compile({ optimizer, loss, metrics: ['accuracy'] });
  const x = tensor([40, 3]);
  const y = tf.tidy(() => labels(x));
  const { history } = await network.fit(x, y, {
    epochs: 5,
    batchSize: 16,
    shuffle: false,
    validationSplit: 0.2,
  });
  const evaluated = network.evaluate(x, y, { batchSize: 16 }) as Scalar[];
  const evaluation = await Promise.all(evaluated.map(async (value) => (await value.data())[0]));
  const predicted = network.predict(x) as Tensor;
  const loaded = await savedAndLoaded(network);
  const again = loaded.predict(x) as Tensor;
  const found = {
    history: ['loss', 'acc', 'val_loss', 'val_acc'].flatMap((name) => history[name] as number[]),
    evaluation,
    prediction: [...(await predicted.data())],
    predictionOfLoaded: [...(await again.data())],
  };
  tf.dispose([x, y, predicted, again, ...evaluated]);
  optimizer.dispose();
  network.dispose();
  loaded.dispose();
  return found;
}

async function savedAndLoaded(network: LayersModel): Promise<LayersModel> {
  let artifacts: tf.io.ModelArtifacts | undefined;
  await network.save(
    tf.io.withSaveHandler((saved) => {
      artifacts = saved;
      return Promise.resolve({
        modelArtifactsInfo: { dateSaved: new Date(0), modelTopologyType: 'JSON' },
      });
    })
  );
  return tf.loadLayersModel(tf.io.fromMemory(artifacts!));
}

describe.each(Object.entries(PROBLEMS))('tf.layers with %s', (loss, problem) => {
  it('gives the numbers of the cpu backend', async () => {
    const { cpu, onnxruntime } = await onBoth(() => useModel(loss, problem));
    // Accuracies are counts and agree exactly.
    for (const key of ['history', 'evaluation', 'prediction'] as const) {
      expect(distance(onnxruntime[key], cpu[key]), key).toBeLessThan(TOLERANCE);
    }
    expect(onnxruntime.predictionOfLoaded).toEqual(onnxruntime.prediction);
  });
});

it('leaves no tensors behind', async () => {
  await use('onnxruntime');
  const before = tf.memory().numTensors;
  await useModel('meanSquaredError', PROBLEMS.meanSquaredError);
  expect(tf.memory().numTensors).toBe(before);
});
