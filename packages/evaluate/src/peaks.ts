import { fitPeak, Spectrum } from '@deelema/mass-measurements';
import type { PeakRecord } from '@deelema/records';
import type { Binnings } from './binnings.ts';
import type { BaselineName, MassName } from './columns.ts';

/** A quantity that has a histogram. */
type Quantity = MassName | BaselineName;

/** Settings of the peak fits. */
export interface PeakSettings {
  readonly replicas: number;
  readonly seed: number;
  readonly minimumEvents: number;
}

/** Bins of a spectrum: a thousandth of a peak's width or so, of one that is seen in a histogram. */
const BINS = 16_384;

/**
 * Empty spectra of all masses and baselines, each in the range of its histogram.
 *
 * @param binnings Ranges of the histograms.
 */
export function emptyPeakSpectra({ masses }: Binnings): Record<Quantity, Spectrum> {
  const spectra = masses.flatMap(({ quantities, low, high }) =>
    quantities.map((name) => [name, new Spectrum(low, high, BINS)] as const)
  );
  return Object.fromEntries(spectra) as Record<Quantity, Spectrum>;
}

/**
 * The peak of each mass and baseline.
 *
 * @param spectra Their spectra.
 * @param settings Settings of the fits.
 */
export function fitPeaks(
  spectra: Readonly<Record<Quantity, Spectrum>>,
  settings: PeakSettings
): Record<Quantity, PeakRecord> {
  const peaks = Object.entries(spectra).map(([name, spectrum]) => {
    const { window, ...fit } = fitPeak(spectrum, { ...settings, name });
    return [name, { ...fit, window: window === null ? null : [...window] }] as const;
  });
  return Object.fromEntries(peaks) as Record<Quantity, PeakRecord>;
}
