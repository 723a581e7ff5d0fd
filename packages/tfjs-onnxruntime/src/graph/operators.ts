// The ONNX operators that kernels are made of, each with the shape and element type of its result.
// https://onnx.ai/onnx/operators/ says what they compute.

export { apply, constant, scalar, given, fill, integers } from './operators/apply.ts';
export { unary, elementwise, where, broadcastShape, cast } from './operators/elementwise.ts';
export {
  reshape,
  transpose,
  expand,
  concat,
  slice,
  pad,
  tile,
  range,
} from './operators/arrangement.ts';
export { reduce, cumSum, argExtreme, topK } from './operators/reductions.ts';
export type { Reduction } from './operators/reductions.ts';
export { gemm, matMul } from './operators/products.ts';
export { gather, gatherElements, scatterElements } from './operators/indexing.ts';
