import type { ComparedObservable } from '../comparison.ts';

/** One bin of a shape: the fraction of the sum of weights in it, and its statistical error. */
export interface ShapeBin {
  readonly low: number;
  readonly high: number;
  readonly y: number;
  readonly error: number;
}

/**
 * The shape of a histogram, normalised to one within its bins; nothing if its weights do not sum to a positive number.
 *
 * @param edges Bin edges.
 * @param side Sums of weights and of squared weights.
 */
export function shapeOf(
  edges: readonly number[],
  side: Pick<ComparedObservable['generated'], 'sumOfWeights' | 'sumOfSquaredWeights'>
): ShapeBin[] {
  const total = side.sumOfWeights.reduce((sum, w) => sum + w, 0);
  if (!(total > 0)) return [];
  return side.sumOfWeights.map((w, i) => ({
    low: edges[i],
    high: edges[i + 1],
    y: w / total,
    error: Math.sqrt(side.sumOfSquaredWeights[i]) / total,
  }));
}

/**
 * Generated over reference in the bins where neither is empty.
 *
 *     σ² = R² (σ₁²/y₁² + σ₂²/y₂²)
 */
export function ratioOf(
  generated: readonly ShapeBin[],
  reference: readonly ShapeBin[]
): ShapeBin[] {
  if (generated.length === 0) return [];
  return reference.flatMap(({ low, high, y, error }, i) => {
    const ours = generated[i];
    if (!(y > 0 && ours.y > 0)) return [];
    const ratio = ours.y / y;
    return [{ low, high, y: ratio, error: ratio * Math.hypot(error / y, ours.error / ours.y) }];
  });
}
