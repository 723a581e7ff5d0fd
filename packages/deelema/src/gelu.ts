import { add, customGrad, mul, sigmoid, square, sub } from '@tensorflow/tfjs-core';
import type { GradSaveFunc, Tensor } from '@tensorflow/tfjs-core';

const SLOPE = 2 * Math.sqrt(2 / Math.PI);
const CUBIC = 0.044715;

const withGradient = customGrad((...args) => {
  const [x, save] = args as [Tensor, GradSaveFunc];
  const gate = sigmoid(mul(x, add(mul(square(x), SLOPE * CUBIC), SLOPE)));
  save([x, gate]);
  const gradFunc = (dy: Tensor, saved: Tensor[]): Tensor => {
    const [savedX, savedGate] = saved;
    const argumentSlope = add(mul(square(savedX), 3 * SLOPE * CUBIC), SLOPE);
    const gateSlope = mul(mul(savedGate, sub(1, savedGate)), argumentSlope);
    return mul(dy, add(savedGate, mul(savedX, gateSlope)));
  };
  return { value: mul(x, gate), gradFunc };
});

/**
 * The Gaussian error linear unit in its tanh approximation.
 *
 *     GELU(x) = ½ x (1 + tanh u) = x σ(2u),   u = √(2/π) (x + 0.044715 x³)
 *
 * Computed with the sigmoid σ, which is the same function and which the wasm backend computes 20
 * times faster than tanh.
 *
 * @param x Any shape.
 * @returns The same shape.
 * @see arXiv:1606.08415, Section 2; PRR 5, 043186, appendix
 */
export function gelu<T extends Tensor>(x: T): T {
  return withGradient(x) as T;
}
