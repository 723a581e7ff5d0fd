import { COMPONENTS } from '@deelema/records';
import { BASELINES, FAMILIES, MASSES } from './columns.ts';
import type { BaselineName, MassName } from './columns.ts';
import type { Binnings } from './binnings.ts';
import type { Slice } from './slices.ts';
import { HeatMap } from './statistics/heat-map.ts';
import { Histogram } from './statistics/histogram.ts';
import { byName } from './survey.ts';

/** The second reading of the events: histograms and heat maps, in the ranges of the first. */
export class Pictures {
  readonly histograms: Record<MassName | BaselineName, Histogram>;
  readonly heatMaps: Record<(typeof COMPONENTS)[number], HeatMap>;

  constructor(binnings: Binnings) {
    this.histograms = byName([...MASSES, ...BASELINES], (name) => {
      const family = (FAMILIES.A as readonly string[]).includes(name) ? 'A' : 'B';
      const { low, high, bins } = binnings[family];
      return new Histogram(low, high, bins);
    });
    this.heatMaps = byName(COMPONENTS, (component) => {
      const direction = component.endsWith('z') ? 'longitudinal' : 'transverse';
      const { low, high, bins } = binnings[direction];
      return new HeatMap(low, high, bins);
    });
  }

  /** Adds the selected events of one slice; to the heat maps the unexchanged ones only. */
  add({ rows, weight, masses, momenta }: Slice): void {
    for (const name of [...MASSES, ...BASELINES]) {
      for (const i of rows.all) this.histograms[name].add(masses[name][i], weight[i]);
    }
    for (const { component, predicted, truth } of momenta ?? []) {
      for (const i of rows.unexchanged) {
        this.heatMaps[component].add(predicted[i], truth[i], weight[i]);
      }
    }
  }
}
