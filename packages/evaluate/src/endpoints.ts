import { fitEndpoint, Spectrum } from '@deelema/mass-measurements';
import type { EndpointRecord } from '@deelema/records';
import { BASELINES } from './columns.ts';
import type { BaselineName } from './columns.ts';
import type { Distribution } from './statistics/distribution.ts';
import { byName } from './survey.ts';
import type { Survey } from './survey.ts';

/** Settings of the endpoint fits. */
export interface EndpointSettings {
  readonly smeared: boolean;
  readonly replicas: number;
  readonly seed: number;
  readonly minimumEvents: number;
}

/** A spectrum goes so many times as far above the median as the 95 % quantile; what is beyond is no edge. */
const REACH = 4;

/** No window begins below this quantile; above an endpoint it goes as far as below. */
const LOWEST_WINDOW = 0.4;

/**
 * Empty spectra for the baselines, from the smallest value to well above any endpoint.
 *
 * @param survey The first reading of the events.
 */
export function emptySpectra(survey: Survey): Record<BaselineName, Spectrum> {
  return byName(BASELINES, (name) => {
    const [low, high] = spectrumRange(survey.masses[name]);
    // Without two different values there is nothing to fill it with, and the fit says so.
    return low < high ? new Spectrum(low, high) : new Spectrum(0, 1);
  });
}

function spectrumRange({ moments, sketch }: Distribution): readonly [low: number, high: number] {
  const [start, median, q95] = [LOWEST_WINDOW, 0.5, 0.95].map((p) => sketch.quantile(p));
  const top = Math.min(moments.max, median + REACH * (q95 - median));
  return [moments.min, top + (top - start)];
}

/**
 * The endpoint of each baseline.
 *
 * @param spectra Their spectra.
 * @param settings Settings of the fits.
 */
export function fitEndpoints(
  spectra: Readonly<Record<BaselineName, Spectrum>>,
  settings: EndpointSettings
): Record<BaselineName, EndpointRecord> {
  return byName(BASELINES, (name) => {
    const { window, ...fit } = fitEndpoint(spectra[name], { ...settings, name });
    return { ...fit, window: window === null ? null : [...window] };
  });
}
