import type { DataType, TensorInfo } from '@tensorflow/tfjs-core';
import type { GraphNode } from '../graph/node.ts';

/** A node as TensorFlow.js's own rules take tensors: they look at shape and element type only. */
export function infoOf({ shape, dtype }: GraphNode): TensorInfo {
  return { dataId: {}, shape: [...shape], dtype: dtype as DataType };
}
