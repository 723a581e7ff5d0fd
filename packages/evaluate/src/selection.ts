import { InputError, splitCode } from '@deelema/events';
import type { EventBatch, SplitName } from '@deelema/events';

/** Which events count. */
export type Split = SplitName | 'all';

/** Row numbers in one slice. */
export interface SelectedRows {
  readonly all: Uint32Array;
  readonly unexchanged: Uint32Array;
  readonly exchanged: Uint32Array;
}

/**
 * The rows of one split, and which of them were exchanged.
 *
 * @param batch Events of `contaminate` with `split`, `exchanged` and `weight`.
 * @param split The split that counts, or `all`.
 * @throws InputError if a selected event has a weight that is not finite.
 */
export function selectRows(batch: EventBatch, split: Split): SelectedRows {
  const { split: codes, exchanged, weight, event } = batch.columns;
  const code = split === 'all' ? undefined : splitCode(split);
  const all = rowsWhere(batch.length, (i) => code === undefined || codes[i] === code);
  for (const i of all) {
    if (!Number.isFinite(weight[i])) {
      throw new InputError(
        `Event ${event[i]} has weight ${weight[i]}, expected a finite number; leave it out at the source.`
      );
    }
  }
  return {
    all,
    unexchanged: all.filter((i) => exchanged[i] !== 1),
    exchanged: all.filter((i) => exchanged[i] === 1),
  };
}

function rowsWhere(n: number, keep: (i: number) => boolean): Uint32Array {
  const rows = new Uint32Array(n);
  let kept = 0;
  for (let i = 0; i < n; ++i) {
    if (keep(i)) rows[kept++] = i;
  }
  return rows.subarray(0, kept);
}
