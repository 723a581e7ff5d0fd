import type { EventBatch } from '@deelema/events';
import { cutsOf, type Selection } from './cuts.ts';

/** Applies a selection to one batch after the other and keeps count. */
export interface Selector {
  /**
   * Chooses the events of the next batch.
   *
   * @returns The rows that are kept, rising.
   */
  select(batch: EventBatch): Uint32Array;
  /** Number of events kept so far. */
  readonly kept: number;
  /** Number of events dropped so far, by reason; an event counts for the first cut it fails. */
  readonly dropped: Readonly<Record<string, number>>;
}

/**
 * Makes a selector, with its counts at zero.
 *
 * @param selection Cuts and largest number of events to keep; everything is kept if omitted.
 */
export function createSelector(selection: Selection = {}): Selector {
  const cuts = cutsOf(selection);
  const { limit = Infinity } = selection;
  const reasons = cuts.map(({ reason }) => reason);
  if (limit < Infinity) reasons.push(`more than ${limit} events`);
  const counts = new Float64Array(reasons.length);
  let kept = 0;

  return {
    select(batch) {
      const tests = cuts.map(({ bind }) => bind(batch));
      const rows = new Uint32Array(batch.length);
      let n = 0;
      for (let i = 0; i < batch.length; ++i) {
        const failed = tests.findIndex((passes) => !passes(i));
        if (failed >= 0) counts[failed] += 1;
        else if (kept === limit) counts[cuts.length] += 1;
        else {
          rows[n++] = i;
          kept += 1;
        }
      }
      return rows.subarray(0, n);
    },
    get kept() {
      return kept;
    },
    get dropped() {
      return Object.fromEntries(reasons.map((reason, k) => [reason, counts[k]]));
    },
  };
}
