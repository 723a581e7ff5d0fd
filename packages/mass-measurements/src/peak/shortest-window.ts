import type { RunningSums, Window } from '../spectrum/running-sums.ts';

/**
 * The shortest window that holds a part of all weight, the first of equals.
 *
 * Of a distribution with one maximum it ends at equal heights on both sides, however skewed it is, and needs no
 * smoothing. Where weights of both signs make the sums fall, a shorter one may be passed over.
 *
 * @param sums Running sums of a spectrum whose weights sum to a positive number.
 * @param part The part, 0 to 1.
 * @see D. F. Andrews et al., Robust Estimates of Location (1972), the shorth
 */
export function shortestWindow({ weight }: RunningSums, part: number): Window {
  const last = weight.length - 1;
  const wanted = part * weight[last];
  let best: Window = { low: 0, high: last };
  let high = 1;
  for (let low = 0; low < last; ++low) {
    high = Math.max(high, low + 1);
    while (high < last && weight[high] - weight[low] < wanted) ++high;
    if (weight[high] - weight[low] < wanted) break;
    if (high - low < best.high - best.low) best = { low, high };
  }
  return best;
}
