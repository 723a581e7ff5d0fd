import type { Tensor } from '@tensorflow/tfjs-core';

/** Where this backend differs from `cpu` on purpose. Both outcomes are asserted, so that a change of either is noticed. */
export interface Difference {
  readonly name: string;
  readonly run: () => Tensor;
  readonly cpu: readonly number[];
  readonly onnxruntime: readonly number[];
}
