import type { FourMomenta } from '@deelema/kinematics';
import { InputError } from '../errors.ts';
import type { Column } from './column.ts';
import { momentumColumns } from './roles.ts';

/** Some events of a file, as a struct of arrays. */
export interface EventBatch {
  /** Number of events, at most {@link BATCH_ROWS} in files of ours. */
  readonly length: number;
  /** Column by name, each as long as the batch. */
  readonly columns: Readonly<Record<string, Column>>;
}

/**
 * One floating-point column of a batch, without a copy.
 *
 * @param batch Events.
 * @param name Column name, e.g. `ptmiss_x`.
 * @returns Values: n events, GeV (`weight` has no unit).
 * @throws InputError if the batch lacks the column or stores it as integers.
 */
export function float64Column(batch: EventBatch, name: string): Float64Array {
  const column = batch.columns[name];
  if (column instanceof Float64Array) return column;
  if (column !== undefined) {
    throw new InputError(
      `Column ${name} holds ${column.constructor.name} values, expected Float64Array.`
    );
  }
  const present = Object.keys(batch.columns).join(', ');
  throw new InputError(`Column ${name} is missing; the events have ${present || 'no columns'}.`);
}

/**
 * The four-momenta of one role, as views into the batch: no copy is made.
 *
 * @param batch Events.
 * @param role Role or other column prefix, e.g. `a1` or `k1`.
 * @returns Four-momenta: n events, GeV.
 * @throws InputError if one of the four columns is missing.
 */
export function fourMomenta(batch: EventBatch, role: string): FourMomenta {
  const [e, px, py, pz] = momentumColumns(role).map((name) => float64Column(batch, name));
  return { e: e, px: px, py: py, pz: pz };
}
