import { float64Column } from '@deelema/events';
import type { Column, EventBatch, EventFile } from '@deelema/events';
import {
  BACKGROUND,
  columnsToRead,
  hasMomenta,
  minimaIn,
  PAIRING,
  TRANSVERSE,
  WITH_MOMENTA,
} from './columns.ts';
import type { BaselineName, MassName, MinimumName } from './columns.ts';
import type { Conjecture } from './conjecture.ts';
import { momentumPairs } from './momentum-pairs.ts';
import type { MomentumPair } from './momentum-pairs.ts';
import { antlersAmong, byPairing, selectRows, wrongPairing } from './selection.ts';
import type { PairedRows, Split } from './selection.ts';
import { sideBySide } from './side-by-side.ts';
import { trueMasses } from './true-masses.ts';
import type { TrueMasses } from './true-masses.ts';

/** The event files of the stages that are compared. */
export interface EventFiles {
  readonly contaminate: EventFile;
  readonly train: EventFile;
  /** Null where the pipeline has no baselines. */
  readonly baseline: EventFile | null;
}

/** Some events with everything that is looked at; columns of one length, GeV. */
export interface Slice {
  readonly length: number;
  /** Numbers of the selected rows. */
  readonly rows: Uint32Array;
  /** Those of them that are antlers: what is compared with the truth. */
  readonly antlers: Uint32Array;
  /** The antlers by the pairing of the file. */
  readonly asInFile: PairedRows;
  /** The antlers by the pairing that the training chose; that of the file where it chooses none. */
  readonly chosen: PairedRows;
  /** 1 where that pairing is wrong: n events; null where the training chooses none. */
  readonly wrongChoice: Uint8Array | null;
  readonly weight: Column;
  /** Baselines only where there are any, and minima only where they are among them. */
  readonly masses: Readonly<Partial<Record<MassName | BaselineName, Float64Array>>>;
  /** What became of each minimum, where the baseline has it. */
  readonly statuses: Readonly<Partial<Record<MinimumName, Column>>>;
  /** Null where the source does not know the invisible momenta. */
  readonly trueMasses: TrueMasses | null;
  /** Null there too, and where the training has other branches than the antler. */
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
 * @param files Events of contaminate, train and, if there are any, baseline: the same rows in the same order.
 * @param conjecture What the training took them for.
 * @param split Which of them are selected.
 * @throws InputError if the files do not hold the same events, or a weight is not finite.
 */
export async function* slices(
  files: EventFiles,
  conjecture: Conjecture,
  split: Split
): AsyncGenerator<Slice> {
  const truth = knowsTruth(files);
  const present = {
    contaminate: files.contaminate.columnNames,
    train: files.train.columnNames,
    baseline: files.baseline?.columnNames ?? [],
  };
  const columns = columnsToRead(conjecture, truth, present);
  const masses = conjecture.masses.map(({ column }) => column);
  const paired = truth && conjecture.hasBranchesOfAntler;
  const compared = truth && hasMomenta(present.baseline);
  const sources = {
    contaminate: { file: files.contaminate, columns: columns.contaminate },
    train: { file: files.train, columns: columns.train },
    ...(files.baseline && { baseline: { file: files.baseline, columns: columns.baseline } }),
  };
  for await (const { contaminate, train, baseline } of sideBySide(sources)) {
    const rows = selectRows(contaminate, split);
    const { exchanged, weight } = contaminate.columns;
    const antlers = antlersAmong(rows, contaminate.columns[BACKGROUND]);
    const wrong = wrongPairing(exchanged);
    const pairing = PAIRING in train.columns ? train.columns[PAIRING] : null;
    const wrongChoice = pairing === null ? null : wrongPairing(exchanged, pairing);
    yield {
      length: contaminate.length,
      ...{ rows, antlers, weight },
      asInFile: byPairing(antlers, wrong),
      chosen: byPairing(antlers, wrongChoice ?? wrong),
      wrongChoice,
      masses: { ...pick(train, masses), ...(baseline && bounds(baseline)) },
      statuses: baseline ? statuses(baseline) : {},
      trueMasses: truth ? trueMasses(contaminate) : null,
      momenta: paired ? momentumPairs(contaminate, train, wrongChoice ?? wrong) : null,
      minimumMomenta:
        baseline && compared ? momentumPairs(contaminate, baseline, wrong, MINIMUM_ROLES) : null,
    };
  }
}

const MINIMUM_ROLES = [`${WITH_MOMENTA}_k1`, `${WITH_MOMENTA}_k2`] as const;

function bounds(baseline: EventBatch): Slice['masses'] {
  return pick(baseline, [...TRANSVERSE, ...minimaIn(Object.keys(baseline.columns))]);
}

function statuses({ columns }: EventBatch): Slice['statuses'] {
  const minima = minimaIn(Object.keys(columns));
  return Object.fromEntries(minima.map((name) => [name, columns[`${name}_status`]]));
}

function pick(batch: EventBatch, names: readonly (MassName | BaselineName)[]): Slice['masses'] {
  return Object.fromEntries(names.map((name) => [name, float64Column(batch, name)]));
}
