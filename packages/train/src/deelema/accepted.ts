import { visibleRoles } from '@deelema/deelema';
import type { DecayTopology } from '@deelema/deelema';
import type { EventBatch } from '@deelema/events';
import { cutsOf } from '@deelema/selection';
import type { Cut, Selection } from '@deelema/selection';

/** Least share of simulated events that cuts may keep. */
export const LEAST_ACCEPTED = 0.01;

/**
 * The cuts of selections, of events of a topology.
 *
 * @param selections One after the other.
 * @param topology Of the events.
 * @returns What an event must fulfil, all of it.
 * @throws RangeError if they look at particles that these events do not have.
 */
export function cutsOn(selections: readonly Selection[], topology: DecayTopology): Cut[] {
  const cuts = selections.flatMap(cutsOf);
  const roles = visibleRoles(topology);
  const strangers = cuts.flatMap((cut) => cut.roles).filter((role) => !roles.includes(role));
  if (strangers.length > 0) {
    throw new RangeError(
      `the cuts of the sample look at ${[...new Set(strangers)].join(', ')}, which are no part of the topology "${topology.name}"`
    );
  }
  return cuts;
}

/**
 * The first events that pass cuts.
 *
 * @param batches Events, taken only as far as needed.
 * @param cuts What they must fulfil.
 * @param events How many.
 * @returns As many batches as were taken, without the events that fail; the last one ends with the last event wanted.
 * @throws RangeError if there are fewer.
 */
export function* accepted(
  batches: Iterable<EventBatch>,
  cuts: readonly Cut[],
  events: number
): Generator<EventBatch, void, void> {
  let [read, kept] = [0, 0];
  for (const batch of batches) {
    const tests = cuts.map(({ bind }) => bind(batch));
    const passing = Array.from({ length: batch.length }, (_, i) => i).filter((i) =>
      tests.every((passes) => passes(i))
    );
    const rows = passing.slice(0, events - kept);
    read += batch.length;
    kept += rows.length;
    yield taken(batch, rows);
    if (kept === events) return;
  }
  throw new RangeError(`the cuts of the sample keep ${kept} of ${read} simulated events`);
}

function taken({ columns }: EventBatch, rows: readonly number[]): EventBatch {
  const picked = Object.entries(columns).map(([name, column]) => {
    const values = column.slice(0, rows.length);
    rows.forEach((row, i) => (values[i] = column[row]));
    return [name, values] as const;
  });
  return { length: rows.length, columns: Object.fromEntries(picked) };
}
