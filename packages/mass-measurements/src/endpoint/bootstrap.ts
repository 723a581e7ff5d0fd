import { stream } from '@deelema/random';
import type { RandomStream } from '@deelema/random';
import { resampled } from '../spectrum/resampled.ts';
import { runningSums } from '../spectrum/running-sums.ts';
import type { Spectrum } from '../spectrum/spectrum.ts';
import { refit } from './window-fit.ts';
import type { WindowFit } from './window-fit.ts';

/**
 * Endpoints of replicas of a spectrum, in the window of the fit and by its rule.
 *
 * A replica counts each event a Poisson number of times with mean 1, which for the events of a bin
 * together is a Poisson number as well: the events themselves are not needed.
 *
 * @param spectrum The spectrum.
 * @param fit Its fit.
 * @param replicas How many.
 * @param seed Of the random numbers.
 * @param name Of their stream: the variable.
 * @returns The endpoint of each replica, edges of the spectrum.
 */
export function bootstrapEndpoints(
  spectrum: Spectrum,
  fit: WindowFit,
  replicas: number,
  seed: number,
  name: string
): Float64Array {
  const random = stream(seed, 'endpoint', name);
  const content = spectrum.content.slice();
  const endpoints = new Float64Array(replicas);
  for (let k = 0; k < replicas; ++k) {
    resample(spectrum, fit.window, random, content);
    const sums = runningSums(spectrum, content);
    endpoints[k] = refit(sums, fit);
  }
  return endpoints;
}

function resample(
  { content, variance }: Spectrum,
  { low, high }: WindowFit['window'],
  random: RandomStream,
  out: Float64Array
): void {
  for (let i = low; i < high; ++i) {
    if (variance[i] === 0) continue;
    out[i] = resampled(content[i], variance[i], random);
  }
}
