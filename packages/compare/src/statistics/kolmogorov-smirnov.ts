import { sumOf, type Binned } from './binned.ts';

/**
 * Kolmogorov–Smirnov distance of two histograms: the largest difference of their cumulative distributions, at the bin
 * edges.
 *
 *     D = max_i |F₁(edge i) − F₂(edge i)|
 *
 * Under- and overflow count. With negative weights F need not rise, and D may exceed 1.
 *
 * @param one Bins of one histogram.
 * @param two The same bins of another.
 * @returns The distance; null if the weights of a histogram do not sum to a positive number.
 */
export function kolmogorovSmirnov(one: Binned, two: Binned): number | null {
  const [total1, total2] = [totalOf(one), totalOf(two)];
  if (!(total1 > 0 && total2 > 0)) return null;
  let [below1, below2] = [one.underflow, two.underflow];
  let distance = Math.abs(below1 / total1 - below2 / total2);
  for (let i = 0; i < one.sums.length; ++i) {
    below1 += one.sums[i];
    below2 += two.sums[i];
    distance = Math.max(distance, Math.abs(below1 / total1 - below2 / total2));
  }
  return distance;
}

function totalOf({ sums, underflow, overflow }: Binned): number {
  return sumOf(sums) + underflow + overflow;
}
