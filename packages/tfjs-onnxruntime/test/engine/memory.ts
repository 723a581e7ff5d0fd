// Thousands of small training steps; sends what TensorFlow.js and the system count as used.
import * as tf from '@tensorflow/tfjs';
import { useOnnxRuntime } from '../../src/index.ts';

/** What is counted after some steps. */
export interface Usage {
  readonly tensors: number;
  readonly bytes: number;
  /** Bytes of the process in main memory, after garbage was collected. */
  readonly resident: number;
}

const WIDTH = 128;
const collectGarbage = (globalThis as unknown as { gc: () => void }).gc;

function usage(): Usage {
  collectGarbage();
  const { numTensors, numBytes } = tf.memory();
  return { tensors: numTensors, bytes: numBytes, resident: process.memoryUsage().rss };
}

await useOnnxRuntime({ threads: 1 });
const x = tf.randomNormal([4, WIDTH], 0, 1, 'float32', 1);
const w = tf.variable(tf.randomNormal([WIDTH, WIDTH], 0, 0.1, 'float32', 2));
const optimizer = tf.train.adam(0.001);

async function steps(count: number): Promise<Usage> {
  for (let step = 1; step <= count; ++step) {
    const cost = optimizer.minimize(
      () => tf.mean(tf.square(tf.sub(tf.tanh(tf.matMul(x as tf.Tensor2D, w as tf.Tensor2D)), 1))),
      true
    )!;
    if (step % 10 === 0) await cost.data();
    cost.dispose();
  }
  await w.data();
  return usage();
}

const usages = [await steps(1000), await steps(1000), await steps(1000)];
process.send!(usages, () => process.exit());
