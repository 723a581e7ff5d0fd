import { add, customGrad, matMul, ones, reshape, transpose } from '@tensorflow/tfjs-core';
import type { GradSaveFunc, Tensor, Tensor1D, Tensor2D } from '@tensorflow/tfjs-core';

// Gradients are written with explicit transposes and a product with ones: the wasm backend multiplies
// untransposed matrices with XNNPACK, transposed ones with a plain loop that is 10 times slower, and
// its sum over the rows is 20 times slower than the product.
const withGradient = customGrad((...args) => {
  const [x, weights, bias, save] = args as [Tensor2D, Tensor2D, Tensor1D, GradSaveFunc];
  save([x, weights]);
  const batch = x.shape[0];
  const gradFunc = (dy: Tensor, saved: Tensor[]): Tensor[] => {
    const [savedX, savedWeights] = saved;
    return [
      matMul(dy, transpose(savedWeights)),
      matMul(transpose(savedX), dy),
      reshape(matMul(ones([1, batch]), dy), bias.shape),
    ];
  };
  return { value: add(matMul(x, weights), bias), gradFunc };
});

/**
 * A fully connected layer without activation.
 *
 *     y = x W + b
 *
 * @param x One row per event: [batch, inputs].
 * @param weights W: [inputs, outputs].
 * @param bias b: [outputs].
 * @returns y: [batch, outputs].
 */
export function linear(x: Tensor2D, weights: Tensor2D, bias: Tensor1D): Tensor2D {
  return withGradient(x, weights, bias) as Tensor2D;
}
