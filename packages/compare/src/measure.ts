import { float64Column, InputError } from '@deelema/events';
import type { EventBatch, EventFile } from '@deelema/events';
import { antler, setAntler } from './observables/antler.ts';
import { columnsOf, trueMomenta, truePrefixes } from './observables/momenta-of.ts';
import { OBSERVABLES } from './observables/observables.ts';
import { Histogram } from './statistics/histogram.ts';
import { WeightedMean } from './statistics/weighted-mean.ts';

/** What is measured of one observable. */
export interface Measurement {
  readonly histogram: Histogram;
  readonly mean: WeightedMean;
}

/** The observables of all events of a file. */
export interface Measured {
  readonly events: number;
  readonly sumOfWeights: number;
  /** One for each binning, in its order. */
  readonly measurements: readonly Measurement[];
}

/** Which observable is filled into which bins. */
export interface ObservableBinning {
  /** A name of `OBSERVABLES`. */
  readonly name: string;
  readonly edges: readonly number[];
}

/**
 * Fills histograms of the events of a file, batch by batch.
 *
 * @param file Events that know their invisible momenta.
 * @param binnings What to fill.
 * @param onBatch Called after each batch with its number of events.
 * @throws InputError if the invisible momenta are missing or a weight is not finite.
 */
export async function measure(
  file: EventFile,
  binnings: readonly ObservableBinning[],
  onBatch: (events: number) => void
): Promise<Measured> {
  const prefixes = truePrefixes(file);
  const measurements = binnings.map(({ edges }) => ({
    histogram: new Histogram(edges),
    mean: new WeightedMean(),
  }));
  const values = binnings.map(({ name }) => OBSERVABLES[name].value);
  const event = antler();
  let events = 0;
  let sumOfWeights = 0;
  for await (const batch of file.batches(columnsOf(prefixes))) {
    const momenta = trueMomenta(batch, prefixes);
    const weight = checkedWeights(file.path, batch);
    for (let i = 0; i < batch.length; ++i) {
      setAntler(event, momenta, i);
      for (let k = 0; k < values.length; ++k) {
        const x = values[k](event);
        measurements[k].histogram.add(x, weight[i]);
        measurements[k].mean.add(x, weight[i]);
      }
      sumOfWeights += weight[i];
    }
    events += batch.length;
    onBatch(batch.length);
  }
  return { events, sumOfWeights, measurements };
}

function checkedWeights(path: string, batch: EventBatch): Float64Array {
  const weight = float64Column(batch, 'weight');
  const bad = weight.findIndex((w) => !Number.isFinite(w));
  if (bad < 0) return weight;
  throw new InputError(
    `${path}: event ${batch.columns.event[bad]} has weight ${weight[bad]}, expected a finite number; leave it out at the source.`
  );
}
