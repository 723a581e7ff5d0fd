/** Mean of a sample. */
export function mean(sample: Float64Array): number {
  return sum(sample, (x) => x) / sample.length;
}

/** Mean of f over a sample. */
export function meanOf(sample: Float64Array, f: (x: number) => number): number {
  return sum(sample, f) / sample.length;
}

/** Standard deviation of a sample. */
export function deviation(sample: Float64Array): number {
  const centre = mean(sample);
  return Math.sqrt(meanOf(sample, (x) => (x - centre) ** 2));
}

/** The value below which a share of a sample lies. */
export function quantile(sample: Float64Array, share: number): number {
  return sample.slice().sort()[Math.floor(share * sample.length)];
}

/** How many standard errors the mean of a sample lies from an expected one. */
export function pull(sample: Float64Array, expected: number): number {
  return (mean(sample) - expected) / (deviation(sample) / Math.sqrt(sample.length));
}

/**
 * Kolmogorov–Smirnov distance of a sample from a distribution, times √n: below 1.95 in 99.9 % of
 * all samples.
 */
export function kolmogorov(sample: Float64Array, cdf: (x: number) => number): number {
  const sorted = sample.slice().sort();
  const n = sorted.length;
  let largest = 0;
  for (let i = 0; i < n; ++i) {
    const expected = cdf(sorted[i]);
    largest = Math.max(largest, expected - i / n, (i + 1) / n - expected);
  }
  return largest * Math.sqrt(n);
}

function sum(sample: Float64Array, f: (x: number) => number): number {
  let total = 0;
  for (const x of sample) total += f(x);
  return total;
}

/**
 * Kolmogorov–Smirnov distance of two samples, times √(nm/(n + m)): below 1.95 in 99.9 % of all pairs of
 * samples of one distribution.
 */
export function kolmogorovOfTwo(one: Float64Array, two: Float64Array): number {
  const [a, b] = [one.slice().sort(), two.slice().sort()];
  let [i, j, largest] = [0, 0, 0];
  while (i < a.length && j < b.length) {
    const x = Math.min(a[i], b[j]);
    while (i < a.length && a[i] <= x) ++i;
    while (j < b.length && b[j] <= x) ++j;
    largest = Math.max(largest, Math.abs(i / a.length - j / b.length));
  }
  return largest * Math.sqrt((a.length * b.length) / (a.length + b.length));
}
