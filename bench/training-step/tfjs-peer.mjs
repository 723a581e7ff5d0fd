// @ts-check
/**
 * Takes training steps with TensorFlow.js: `node tfjs-peer.mjs <engine> <batch> <threads>`, with engine `cpu`,
 * `wasm`, `onnxruntime` or `onnxruntime-compiled`, or `gemm` for products of 2048 × 256 × 256 on onnxruntime.
 * For each number n on a line of its input it takes n steps and prints seconds and the last loss.
 */
import { createInterface } from 'node:readline';
import * as deelema from '@deelema/deelema';
import { compileStep, useOnnxRuntime } from '@deelema/tfjs-onnxruntime';
import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-backend-wasm';
import { PROBLEM, ROW, events, numbers } from './problem.mjs';

const [engine, batch, threads] = [
  process.argv[2],
  Number(process.argv[3]),
  Number(process.argv[4]),
];
tf.env().set('PROD', true);
if (engine === 'cpu' || engine === 'wasm') await tf.setBackend(engine);
else await useOnnxRuntime({ threads });

const step = engine === 'gemm' ? productStep() : trainingStep();
for await (const line of createInterface({ input: process.stdin })) {
  const begun = performance.now();
  let loss = NaN;
  for (let i = 0; i < Number(line); ++i) loss = await step();
  console.log(JSON.stringify({ seconds: (performance.now() - begun) / 1000, loss }));
}

/** @returns {() => Promise<number>} Ten products, each of the result of the one before. */
function productStep() {
  const w = tf.variable(tf.mul(tf.tensor2d(numbers(256 * 256, 2), [256, 256]), 1 / 16));
  const x = tf.variable(tf.tensor2d(numbers(2048 * 256, 3), [2048, 256]));
  const product = compileStep((index) => {
    let y = tf.mul(x, index);
    for (let i = 0; i < 10; ++i) y = tf.matMul(y, w);
    return tf.slice(y, [0, 0], [1, 1]);
  });
  return async () => {
    const one = tf.scalar(1);
    const [y] = product(one);
    const [value] = await y.data();
    tf.dispose([one, y]);
    return value;
  };
}

/** @returns {() => Promise<number>} One step of training; the loss before it. */
function trainingStep() {
  const rows = events(batch);
  const { trainable, losses } = model();
  const adam = tf.train.adam(PROBLEM.learningRate, 0.9, 0.999, 1e-8);
  /** @param {tf.Tensor} x */
  const minimise = (x) =>
    /** @type {tf.Tensor} */ (
      adam.minimize(
        () => deelema.batchLoss(losses(/** @type {tf.Tensor2D} */ (x))),
        true,
        trainable
      )
    );
  const plain = (/** @type {tf.Tensor} */ x) => [tf.tidy(() => minimise(x))];
  const take = engine === 'onnxruntime-compiled' ? compileStep(minimise) : plain;
  return async () => {
    // Each step has a batch of its own, as in a training.
    const x = tf.tensor2d(rows.slice(), [batch, ROW]);
    const [loss] = take(x);
    const [value] = await loss.data();
    tf.dispose([x, loss]);
    return value;
  };
}

/** DeeLeMa as in the train stage. */
function model() {
  const { inputs, layers, width, outputs, mC } = PROBLEM;
  const architecture = { inputs, layers, width, outputs, batchNormalisation: false };
  const weights = deelema.weightSpecs(architecture).map((spec, i) => {
    const size = spec.shape.reduce((product, n) => product * n, 1);
    const bound = 1 / Math.sqrt(spec.shape.length === 2 ? spec.shape[0] : 256);
    return { ...spec, values: numbers(size, 10 + i).map((value) => value * bound) };
  });
  const network = deelema.createNetwork(architecture, weights);
  const deltas = [PROBLEM.deltaA, PROBLEM.deltaB].map((delta) => tf.variable(tf.scalar(delta)));
  const [deltaA, deltaB] = /** @type {tf.Scalar[]} */ (/** @type {unknown} */ (deltas));
  return {
    trainable: [...network.trainable, ...deltas],
    /** @param {tf.Tensor2D} x */
    losses(x) {
      const visible = tf.slice(x, [0, 0], [-1, inputs]);
      const columns = /** @type {tf.Tensor1D[]} */ (tf.unstack(network.forward(visible), 1));
      const [px, py] = /** @type {tf.Tensor1D[]} */ (tf.unstack(tf.slice(x, [0, 16], [-1, 2]), 1));
      const known = { ptmiss: { px, py }, mC };
      const invisible = deelema.COMPLETIONS.exact.complete(deelema.tensorColumns, columns, known);
      const masses = deelema.branchMasses(deelema.visibleMomenta(visible), invisible);
      const auxiliary = deelema.auxiliaryMasses(mC, deltaA, deltaB);
      return deelema.eventLosses(masses, auxiliary, deelema.DISTANCES.l1);
    },
  };
}
