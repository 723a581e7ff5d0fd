// Trains from a seed with the number of threads that is given; sends the weights.
import * as tf from '@tensorflow/tfjs';
import { useOnnxRuntime } from '../../src/index.ts';

await useOnnxRuntime({ threads: Number(process.argv[2]) });
const x = tf.randomNormal([512, 16], 0, 1, 'float32', 1);
const y = tf.sum(tf.square(x), 1, true);
const w = tf.variable(tf.randomNormal([16, 64], 0, 0.3, 'float32', 2));
const v = tf.variable(tf.randomNormal([64, 1], 0, 0.3, 'float32', 3));
const optimizer = tf.train.adam(0.01);
for (let step = 0; step < 50; ++step) {
  optimizer.minimize(() =>
    tf.losses.meanSquaredError(
      y,
      tf.matMul(tf.sigmoid(tf.matMul(x, w as tf.Tensor2D)), v as tf.Tensor2D)
    )
  );
}
const weights = [await w.data(), await v.data()];
process.send!(weights, () => process.exit());
