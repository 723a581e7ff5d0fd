/** Weighted entries in bins. */
export interface Binned {
  /** Bin edges, ascending: one more than there are bins. Bin i covers [edge i, edge i + 1), the last one its upper edge too. */
  readonly edges: ArrayLike<number>;
  /** Σw of each bin. */
  readonly sums: ArrayLike<number>;
  /** Σw² of each bin: the squared error of Σw. */
  readonly squares: ArrayLike<number>;
  /** Σw below the first edge and above the last. */
  readonly underflow: number;
  readonly overflow: number;
}

/** Sum of the entries of an array, from one index to before another. */
export function sumOf(values: ArrayLike<number>, from = 0, to = values.length): number {
  let sum = 0;
  for (let i = from; i < to; ++i) sum += values[i];
  return sum;
}
