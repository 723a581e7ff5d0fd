import { BoundedSample, type EventBatch } from '@deelema/events';
import type { LoadedModel } from '@deelema/trained-model';

/** Mean and median of a mass over all events, GeV. */
export interface MassSummary {
  readonly mean: number;
  readonly median: number;
}

/** What a model says of all events. */
export interface PredictionSummary {
  readonly events: number;
  /** By column, e.g. `m_A1`. */
  readonly masses: Readonly<Record<string, MassSummary>>;
  /** Number of events of each pairing, 0 first; null where the model chooses none. */
  readonly pairings: readonly number[] | null;
}

/** Sums up results batch by batch, in flat memory. */
export class SummaryOfPrediction {
  private readonly masses: { name: string; sum: number; sample: BoundedSample }[];
  private readonly pairings: number[] | null;
  private events = 0;

  /** @param model The model whose results are summed up. */
  constructor({ columns }: Pick<LoadedModel, 'columns'>) {
    this.masses = columns
      .filter((name) => name.startsWith('m_'))
      .map((name) => ({ name, sum: 0, sample: new BoundedSample() }));
    this.pairings = columns.includes('pairing') ? [0, 0] : null;
  }

  /** @param batch Further events, each counted once whatever its weight. */
  add({ length, columns }: EventBatch): void {
    this.events += length;
    for (const mass of this.masses) {
      for (const value of columns[mass.name]) {
        mass.sum += value;
        mass.sample.add(value);
      }
    }
    if (!this.pairings) return;
    for (const pairing of columns.pairing) {
      this.pairings[pairing] = (this.pairings[pairing] ?? 0) + 1;
    }
  }

  /** Medians are those of all events up to 65 536, of an even sample beyond. */
  summary(): PredictionSummary {
    const masses = this.masses.map(({ name, sum, sample }): [string, MassSummary] => {
      const [median] = sample.quantiles([0.5]);
      return [name, { mean: sum / this.events, median }];
    });
    return {
      events: this.events,
      masses: Object.fromEntries(masses),
      pairings: this.pairings,
    };
  }
}
