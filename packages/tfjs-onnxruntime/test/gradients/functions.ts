import * as tf from '@tensorflow/tfjs';
import type { Tensor } from '@tensorflow/tfjs';

/** A function of real numbers, as TensorFlow.js has it and in float64. */
export interface RealFunction {
  readonly name: string;
  readonly f: (...x: Tensor[]) => Tensor;
  readonly exact: (...x: number[]) => number;
  /** Limits of each argument; derivatives exist everywhere between them. */
  readonly domain: readonly (readonly [number, number])[];
}

function real(
  name: string,
  f: RealFunction['f'],
  exact: RealFunction['exact'],
  ...domain: [number, number][]
): RealFunction {
  return { name, f, exact, domain };
}

// Klambauer et al., Advances in Neural Information Processing Systems 30, 971 (2017).
const SELU_SCALE = 1.0507009873554805;
const SELU_ALPHA = 1.6732632423543772;

const elu = (x: number): number => (x < 0 ? Math.expm1(x) : x);
const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));
const softplus = (x: number): number => Math.log1p(Math.exp(x));

/** erf by its Taylor series, which converges everywhere. */
function erf(x: number): number {
  let term = x;
  let sum = x;
  for (let n = 1; n < 60; ++n) {
    term *= (-x * x) / n;
    sum += term / (2 * n + 1);
  }
  return (2 / Math.sqrt(Math.PI)) * sum;
}

/** Functions of one number. */
export const UNARY: readonly RealFunction[] = [
  real('abs, negative', tf.abs, Math.abs, [-3, -0.1]),
  real('abs, positive', tf.abs, Math.abs, [0.1, 3]),
  real('acos', tf.acos, Math.acos, [-0.9, 0.9]),
  real('acosh', tf.acosh, Math.acosh, [1.2, 5]),
  real('asin', tf.asin, Math.asin, [-0.9, 0.9]),
  real('asinh', tf.asinh, Math.asinh, [-3, 3]),
  real('atan', tf.atan, Math.atan, [-3, 3]),
  real('atanh', tf.atanh, Math.atanh, [-0.9, 0.9]),
  real('ceil', tf.ceil, Math.ceil, [1.1, 1.9]),
  real(
    'clipByValue, inside',
    (x) => tf.clipByValue(x, -1, 2),
    (x) => x,
    [-0.9, 1.9]
  ),
  real(
    'clipByValue, outside',
    (x) => tf.clipByValue(x, -1, 2),
    () => 2,
    [2.1, 3]
  ),
  real('cos', tf.cos, Math.cos, [-3, 3]),
  real('cosh', tf.cosh, Math.cosh, [-3, 3]),
  real('elu, negative', tf.elu, elu, [-3, -0.1]),
  real('elu, positive', tf.elu, elu, [0.1, 3]),
  real('erf', tf.erf, erf, [-2.5, 2.5]),
  real('exp', tf.exp, Math.exp, [-3, 3]),
  real('expm1', tf.expm1, Math.expm1, [-3, 3]),
  real('floor', tf.floor, Math.floor, [1.1, 1.9]),
  real(
    'leakyRelu, negative',
    (x) => tf.leakyRelu(x, 0.3),
    (x) => 0.3 * x,
    [-3, -0.1]
  ),
  real(
    'leakyRelu, positive',
    (x) => tf.leakyRelu(x, 0.3),
    (x) => x,
    [0.1, 3]
  ),
  real('log', tf.log, Math.log, [0.2, 5]),
  real('log1p', tf.log1p, Math.log1p, [-0.8, 5]),
  real('logSigmoid', tf.logSigmoid, (x) => -softplus(-x), [-4, 4]),
  real('neg', tf.neg, (x) => -x, [-3, 3]),
  real('reciprocal', tf.reciprocal, (x) => 1 / x, [0.3, 3]),
  real('relu, negative', tf.relu, () => 0, [-3, -0.1]),
  real('relu, positive', tf.relu, (x) => x, [0.1, 3]),
  real('relu6, inside', tf.relu6, (x) => x, [0.1, 5.9]),
  real('relu6, outside', tf.relu6, () => 6, [6.1, 8]),
  real('rsqrt', tf.rsqrt, (x) => 1 / Math.sqrt(x), [0.3, 3]),
  real('selu, negative', tf.selu, (x) => SELU_SCALE * SELU_ALPHA * Math.expm1(x), [-3, -0.1]),
  real('selu, positive', tf.selu, (x) => SELU_SCALE * x, [0.1, 3]),
  real('sigmoid', tf.sigmoid, sigmoid, [-4, 4]),
  real('sign', tf.sign, Math.sign, [0.1, 3]),
  real('sin', tf.sin, Math.sin, [-3, 3]),
  real('sinh', tf.sinh, Math.sinh, [-3, 3]),
  real('softplus', tf.softplus, softplus, [-4, 4]),
  real('sqrt', tf.sqrt, Math.sqrt, [0.2, 5]),
  real('square', tf.square, (x) => x * x, [-3, 3]),
  real(
    'step',
    (x) => tf.step(x, 0.5),
    () => 1,
    [0.1, 3]
  ),
  real('tan', tf.tan, Math.tan, [-1.2, 1.2]),
  real('tanh', tf.tanh, Math.tanh, [-3, 3]),
];

/** Functions of two numbers. */
export const BINARY: readonly RealFunction[] = [
  real('add', tf.add, (a, b) => a + b, [-2, 2], [-2, 2]),
  real('sub', tf.sub, (a, b) => a - b, [-2, 2], [-2, 2]),
  real('mul', tf.mul, (a, b) => a * b, [-2, 2], [-2, 2]),
  real('div', tf.div, (a, b) => a / b, [-2, 2], [0.8, 2]),
  real('pow', tf.pow, (a, b) => a ** b, [0.8, 2], [-2, 2]),
  real('squaredDifference', tf.squaredDifference, (a, b) => (a - b) ** 2, [-2, 2], [-2, 2]),
  real('maximum, first', tf.maximum, Math.max, [1, 2], [-2, 0.9]),
  real('maximum, second', tf.maximum, Math.max, [-2, 0.9], [1, 2]),
  real('minimum, first', tf.minimum, Math.min, [-2, 0.9], [1, 2]),
  real('minimum, second', tf.minimum, Math.min, [1, 2], [-2, 0.9]),
  real('atan2', tf.atan2, Math.atan2, [0.8, 2], [-2, 2]),
  real('mod', tf.mod, (a, b) => a % b, [2.7, 2.95], [1.05, 1.3]),
  real('prelu, negative', tf.prelu, (x, a) => a * x, [-2, -0.1], [0.1, 1]),
  real('prelu, positive', tf.prelu, (x) => x, [0.1, 2], [0.1, 1]),
];
