/** Numbers to try a formula at: always the same ones, spread over an interval. */
export interface Numbers {
  readonly between: (low: number, high: number) => number;
  /** As many components between −size and size. */
  readonly vector: (length: number, size: number) => number[];
}

/**
 * The minimal standard generator of Park and Miller, Commun. ACM 31 (1988) 1192: good enough to
 * vary inputs, and no part of what is tested.
 *
 * @param seed Any integer from 1 to 2³¹ − 2.
 */
export function numbers(seed: number): Numbers {
  let state = seed;
  const between = (low: number, high: number): number => {
    state = (48271 * state) % 2147483647;
    return low + ((high - low) * state) / 2147483647;
  };
  const vector = (length: number, size: number): number[] =>
    Array.from({ length }, () => between(-size, size));
  return { between, vector };
}
