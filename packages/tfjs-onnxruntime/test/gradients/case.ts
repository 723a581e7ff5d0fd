import type { Tensor } from '@tensorflow/tfjs';

/** A differentiable computation at a point. */
export interface Case {
  readonly name: string;
  readonly f: (...x: Tensor[]) => Tensor;
  /** Its operands, the point. */
  readonly at: readonly Operand[];
}

/** A tensor's shape and its elements, row by row. */
export interface Operand {
  readonly shape: readonly number[];
  readonly values: readonly number[];
}

/**
 * Different numbers between two limits, in no order.
 *
 * @param shape Shape of the operand.
 * @param low Lower limit.
 * @param high Upper limit.
 * @returns Multiples of 2⁻¹⁰, which float32 and their sums with a step of 1/64 hold exactly.
 */
export function spread(shape: readonly number[], low = -2, high = 2): Operand {
  const size = shape.reduce((product, length) => product * length, 1);
  // Multiples of the golden ratio modulo 1 never come close to each other.
  const values = Array.from({ length: size }, (_, i) => {
    const fraction = ((i + 1) * 0.618033988749895 + size * 0.381) % 1;
    return Math.round((low + (high - low) * fraction) * 1024) / 1024;
  });
  return { shape, values };
}
