import { InputError, splitCode } from '@deelema/events';
import type { Column, EventBatch, SplitName } from '@deelema/events';

/** Which events count. */
export type Split = SplitName | 'all';

/** Row numbers in one slice, by whether each b stands beside its own a. */
export interface PairedRows {
  readonly right: Uint32Array;
  readonly wrong: Uint32Array;
}

/**
 * The rows of one split.
 *
 * @param batch Events of `contaminate` with `split` and `weight`.
 * @param split The split that counts, or `all`.
 * @throws InputError if a selected event has a weight that is not finite.
 */
export function selectRows(batch: EventBatch, split: Split): Uint32Array {
  const { split: codes, weight, event } = batch.columns;
  const code = split === 'all' ? undefined : splitCode(split);
  const all = rowsWhere(batch.length, (i) => code === undefined || codes[i] === code);
  for (const i of all) {
    if (!Number.isFinite(weight[i])) {
      throw new InputError(
        `Event ${event[i]} has weight ${weight[i]}, expected a finite number; leave it out at the source.`
      );
    }
  }
  return all;
}

/**
 * Those of some rows that are antlers, for only these have a truth.
 *
 * @param rows Row numbers.
 * @param background 1 where an event is none: n events; undefined if all of them are.
 */
export function antlersAmong(rows: Uint32Array, background: Column | undefined): Uint32Array {
  return background === undefined ? rows : rows.filter((i) => background[i] === 0);
}

/**
 * Events whose a and b do not belong together.
 *
 * @param exchanged 1 where b1 and b2 were exchanged: n events.
 * @param chosen The pairing that was chosen of the events as they are, 0 for the one that they have: n events;
 *  that one everywhere if omitted.
 * @returns 1 where b stands, or was put, beside the a of the other branch: n events.
 */
export function wrongPairing(exchanged: Column, chosen?: Column): Uint8Array {
  return Uint8Array.from(exchanged, (x, i) => {
    const exchangedBack = chosen !== undefined && chosen[i] !== 0;
    return (x === 1) === exchangedBack ? 0 : 1;
  });
}

/**
 * Parts rows by their pairing.
 *
 * @param rows Row numbers.
 * @param wrong 1 where the pairing is wrong: n events.
 */
export function byPairing(rows: Uint32Array, wrong: Uint8Array): PairedRows {
  return {
    right: rows.filter((i) => wrong[i] === 0),
    wrong: rows.filter((i) => wrong[i] === 1),
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
