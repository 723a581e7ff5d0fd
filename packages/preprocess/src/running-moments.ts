/** Mean and standard deviation of numbers that come one after the other. */
export interface RunningMoments {
  /** Takes one more number. */
  add(value: number): void;
  /** Number of numbers so far. */
  readonly count: number;
  /** NaN if there were none. */
  readonly mean: number;
  /** √(Σ(x − mean)²/n), not n − 1; NaN if there were none. */
  readonly std: number;
}

/**
 * Starts the mean and standard deviation of a sequence, by Welford's method, which loses no digits to
 * cancellation however large the mean is.
 *
 *     mean += (x − mean)/n,   S += (x − mean_old)(x − mean_new)
 *
 * @see B. P. Welford, Technometrics 4 (1962) 419
 */
export function runningMoments(): RunningMoments {
  let count = 0;
  let mean = 0;
  let squares = 0;
  return {
    add(value) {
      count += 1;
      const before = value - mean;
      mean += before / count;
      squares += before * (value - mean);
    },
    get count() {
      return count;
    },
    get mean() {
      return count > 0 ? mean : NaN;
    },
    get std() {
      return Math.sqrt(squares / count);
    },
  };
}
