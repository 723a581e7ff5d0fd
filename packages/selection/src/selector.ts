import { float64Column, type EventBatch } from '@deelema/events';
import { createCutFlow, type CutFlow } from './cut-flow.ts';
import { cutsOf, type Selection } from './cuts.ts';

/** Applies a selection to one batch after the other and keeps count. */
export interface Selector {
  /**
   * Chooses the events of the next batch.
   *
   * @returns The rows that are kept, rising.
   */
  select(batch: EventBatch): Uint32Array;
  /** Number of events kept so far, and their Σw. */
  readonly kept: { readonly events: number; readonly weight: number };
  /** What the cuts left of the events so far, those beyond the limit included. */
  readonly cutFlow: CutFlow;
}

/**
 * Makes a selector, with its counts at zero.
 *
 * @param selection Cuts and largest number of events to keep; everything is kept if omitted.
 */
export function createSelector(
  selection: Selection & { readonly limit?: number | undefined } = {}
): Selector {
  const cuts = cutsOf(selection);
  const { limit = Infinity } = selection;
  const cutFlow = createCutFlow(cuts.map(({ name }) => name));
  const kept = { events: 0, weight: 0 };

  return {
    select(batch) {
      const tests = cuts.map(({ bind }) => bind(batch));
      const weight = float64Column(batch, 'weight');
      const rows = new Uint32Array(batch.length);
      let n = 0;
      for (let i = 0; i < batch.length; ++i) {
        const first = tests.findIndex((passes) => !passes(i));
        const failed = first < 0 ? cuts.length : first;
        cutFlow.add(failed, weight[i]);
        if (failed < cuts.length || kept.events === limit) continue;
        rows[n++] = i;
        kept.events += 1;
        kept.weight += weight[i];
      }
      return rows.subarray(0, n);
    },
    kept,
    cutFlow,
  };
}
