import { float64Column } from '@deelema/events';
import type { Column, EventBatch, EventFile } from '@deelema/events';
import {
  columnsToRead,
  hasMomenta,
  MASSES,
  minimaIn,
  TRANSVERSE,
  WITH_MOMENTA,
} from './columns.ts';
import type { BaselineName, MassName, MinimumName } from './columns.ts';
import { momentumPairs } from './momentum-pairs.ts';
import type { MomentumPair } from './momentum-pairs.ts';
import { selectRows } from './selection.ts';
import type { SelectedRows, Split } from './selection.ts';
import { sideBySide } from './side-by-side.ts';
import { trueMasses } from './true-masses.ts';
import type { TrueMasses } from './true-masses.ts';

/** The event files of the three stages that are compared. */
export interface EventFiles {
  readonly contaminate: EventFile;
  readonly train: EventFile;
  readonly baseline: EventFile;
}

/** Some events with everything that is looked at; columns of one length, GeV. */
export interface Slice {
  readonly length: number;
  readonly rows: SelectedRows;
  readonly weight: Column;
  /** Minima only where the baseline has them. */
  readonly masses: Readonly<Partial<Record<MassName | BaselineName, Float64Array>>>;
  /** What became of each minimum, where the baseline has it. */
  readonly statuses: Readonly<Partial<Record<MinimumName, Column>>>;
  /** Null where the source does not know the invisible momenta; so is `momenta`. */
  readonly trueMasses: TrueMasses | null;
  readonly momenta: readonly MomentumPair[] | null;
  /** Those at the minimum of M_2CC; null where the baseline does not write them either. */
  readonly minimumMomenta: readonly MomentumPair[] | null;
}

/** @returns Whether the source knows the true invisible momenta. */
export function knowsTruth({ contaminate }: EventFiles): boolean {
  return ['c1_E', 'c2_E'].every((name) => contaminate.columnNames.includes(name));
}

/**
 * All events of the files, slice by slice.
 *
 * @param files Events of contaminate, train and baseline: the same rows in the same order.
 * @param split Which of them are selected.
 * @throws InputError if the files do not hold the same events, or a weight is not finite.
 */
export async function* slices(files: EventFiles, split: Split): AsyncGenerator<Slice> {
  const truth = knowsTruth(files);
  const present = {
    contaminate: files.contaminate.columnNames,
    baseline: files.baseline.columnNames,
  };
  const columns = columnsToRead(truth, present);
  const minima = minimaIn(present.baseline);
  const compared = truth && hasMomenta(present.baseline);
  const sources = {
    contaminate: { file: files.contaminate, columns: columns.contaminate },
    train: { file: files.train, columns: columns.train },
    baseline: { file: files.baseline, columns: columns.baseline },
  };
  for await (const { contaminate, train, baseline } of sideBySide(sources)) {
    yield {
      length: contaminate.length,
      rows: selectRows(contaminate, split),
      weight: contaminate.columns.weight,
      masses: { ...pick(train, MASSES), ...pick(baseline, [...TRANSVERSE, ...minima]) },
      statuses: Object.fromEntries(
        minima.map((name) => [name, baseline.columns[`${name}_status`]])
      ),
      trueMasses: truth ? trueMasses(contaminate) : null,
      momenta: truth ? momentumPairs(contaminate, train) : null,
      minimumMomenta: compared ? momentumPairs(contaminate, baseline, MINIMUM_ROLES) : null,
    };
  }
}

const MINIMUM_ROLES = [`${WITH_MOMENTA}_k1`, `${WITH_MOMENTA}_k2`] as const;

function pick(batch: EventBatch, names: readonly (MassName | BaselineName)[]): Slice['masses'] {
  return Object.fromEntries(names.map((name) => [name, float64Column(batch, name)]));
}
