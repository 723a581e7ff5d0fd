import { stream } from '@deelema/random';
import { resampled } from '../spectrum/resampled.ts';
import type { FitSettings } from '../spectrum/settings.ts';
import { fitCurve } from './curve.ts';
import { uphillPlace } from './maximum.ts';
import type { WindowFit } from './window-fit.ts';

/**
 * Peaks of replicas of a spectrum, in the window of the fit, uphill from its peak.
 *
 * @param fit The fit of the spectrum itself.
 * @param settings Number of replicas, seed, and the name of the stream of random numbers.
 * @returns The peak of each replica, edges of the spectrum.
 */
export function bootstrapPeaks(
  { window: { low, high }, cells, curve, mean }: WindowFit,
  { replicas, seed, name }: FitSettings
): Float64Array {
  const random = stream(seed, 'peak', name);
  const half = (high - low) / 2;
  const start = (mean - low) / half - 1;
  const weights = cells.weight.slice();
  return Float64Array.from({ length: replicas }, () => {
    cells.variance.forEach((variance, i) => {
      if (variance > 0) weights[i] = resampled(cells.weight[i], variance, random);
    });
    const replica = fitCurve(cells, weights, curve.coefficients);
    return low + (1 + uphillPlace(replica, start)) * half;
  });
}
