import { float64Column } from '@deelema/events';
import type { Column, EventFile } from '@deelema/events';
import { BASELINES, columnsToRead, MASSES } from './columns.ts';
import type { BaselineName, MassName } from './columns.ts';
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
  readonly masses: Readonly<Record<MassName | BaselineName, Float64Array>>;
  /** Null where the source does not know the invisible momenta; so is `momenta`. */
  readonly trueMasses: TrueMasses | null;
  readonly momenta: readonly MomentumPair[] | null;
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
  const columns = columnsToRead(truth, files.contaminate.columnNames);
  const sources = {
    contaminate: { file: files.contaminate, columns: columns.contaminate },
    train: { file: files.train, columns: columns.train },
    baseline: { file: files.baseline, columns: columns.baseline },
  };
  for await (const { contaminate, train, baseline } of sideBySide(sources)) {
    const masses = [
      ...MASSES.map((name) => [name, float64Column(train, name)] as const),
      ...BASELINES.map((name) => [name, float64Column(baseline, name)] as const),
    ];
    yield {
      length: contaminate.length,
      rows: selectRows(contaminate, split),
      weight: contaminate.columns.weight,
      masses: Object.fromEntries(masses) as Slice['masses'],
      trueMasses: truth ? trueMasses(contaminate) : null,
      momenta: truth ? momentumPairs(contaminate, train) : null,
    };
  }
}
