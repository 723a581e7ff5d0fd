import { sumOf, type Binned } from './binned.ts';

/** Bins from one index to before another. */
export type BinRange = readonly [from: number, to: number];

/**
 * Fewer entries than this do not follow the normal distribution that χ² takes for granted. A little less than five, so
 * that rounding does not decide where exactly five are expected.
 */
const LEAST_ENTRIES = 5 - 1e-9;

/**
 * Joins neighbouring bins until each can be expected to hold five entries of either histogram, if both have one shape.
 *
 *     n_expected = f · min(N₁, N₂),   f = (N₁ p + N₂ q) / (N₁ + N₂),   N = (Σw)² / Σw²
 *
 * p and q are the fractions of the two histograms in the bin; N is the number of unweighted entries with the same
 * relative error. What is left over at the upper end joins the last bin.
 *
 * @param one Bins with a positive sum of weights.
 * @param two The same bins, likewise.
 * @returns Ranges of bins that cover all, at least one.
 */
export function mergeBins(one: Binned, two: Binned): BinRange[] {
  const bins = one.sums.length;
  const [weight1, weight2] = [sumOf(one.sums), sumOf(two.sums)];
  const entries1 = weight1 ** 2 / sumOf(one.squares);
  const entries2 = weight2 ** 2 / sumOf(two.squares);
  const expected = (from: number, to: number): number => {
    const p = sumOf(one.sums, from, to) / weight1;
    const q = sumOf(two.sums, from, to) / weight2;
    const pooled = (entries1 * p + entries2 * q) / (entries1 + entries2);
    return pooled * Math.min(entries1, entries2);
  };
  const ranges: BinRange[] = [];
  let from = 0;
  for (let to = 1; to <= bins; ++to) {
    if (expected(from, to) < LEAST_ENTRIES) continue;
    ranges.push([from, to]);
    from = to;
  }
  if (from === bins) return ranges;
  const last = ranges.pop();
  return [...ranges, [last?.[0] ?? 0, bins]];
}
