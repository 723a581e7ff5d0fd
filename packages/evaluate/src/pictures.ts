import type { Column } from '@deelema/events';
import type { Spectrum } from '@deelema/mass-measurements';
import { COMPONENTS } from '@deelema/records';
import { BASELINES } from './columns.ts';
import type { BaselineName, ComponentName, MassName } from './columns.ts';
import type { Binnings } from './binnings.ts';
import type { Slice } from './slices.ts';
import { HeatMap } from './statistics/heat-map.ts';
import { Histogram } from './statistics/histogram.ts';
import { byName } from './survey.ts';

/** Distributions in fine bins, for the fits. */
export interface Spectra {
  readonly endpoints: Readonly<Record<BaselineName, Spectrum>>;
  readonly peaks: Readonly<Record<MassName | BaselineName, Spectrum>>;
}

/** The second reading of the events: histograms and heat maps, in the ranges of the first. */
export class Pictures {
  readonly histograms: Readonly<Record<MassName | BaselineName, Histogram>>;
  readonly heatMaps: Record<ComponentName, HeatMap>;
  readonly minimumHeatMaps: Record<ComponentName, HeatMap>;
  readonly spectra: Spectra;

  /**
   * @param binnings Ranges and bins.
   * @param spectra Empty; receive the events beside the histograms.
   */
  constructor(binnings: Binnings, spectra: Spectra) {
    this.spectra = spectra;
    const histograms = binnings.masses.flatMap(({ quantities, low, high, bins }) =>
      quantities.map((name) => [name, new Histogram(low, high, bins)] as const)
    );
    this.histograms = Object.fromEntries(histograms) as Record<MassName | BaselineName, Histogram>;
    const newMaps = () =>
      byName(COMPONENTS, (component) => {
        const direction = component.endsWith('z') ? 'longitudinal' : 'transverse';
        const { low, high, bins } = binnings[direction];
        return new HeatMap(low, high, bins);
      });
    this.heatMaps = newMaps();
    this.minimumHeatMaps = newMaps();
  }

  /** Adds the selected events of one slice; to the heat maps those of the right pairing only. */
  add({ rows, weight, masses, momenta, minimumMomenta, asInFile, chosen }: Slice): void {
    for (const [name, column] of Object.entries(masses)) {
      if (column === undefined) continue;
      const histogram = this.histograms[name as MassName | BaselineName];
      const spectrum = this.spectra.peaks[name as MassName | BaselineName];
      for (const i of rows) {
        histogram.add(column[i], weight[i]);
        spectrum.add(column[i], weight[i]);
      }
    }
    for (const name of BASELINES) {
      const column = masses[name];
      if (column === undefined) continue;
      for (const i of rows) this.spectra.endpoints[name].add(column[i], weight[i]);
    }
    addPairs(this.heatMaps, momenta, weight, chosen.right);
    addPairs(this.minimumHeatMaps, minimumMomenta, weight, asInFile.right);
  }
}

function addPairs(
  heatMaps: Readonly<Record<ComponentName, HeatMap>>,
  momenta: Slice['momenta'],
  weight: Column,
  rows: Uint32Array
): void {
  for (const { component, predicted, truth } of momenta ?? []) {
    for (const i of rows) heatMaps[component].add(predicted[i], truth[i], weight[i]);
  }
}
