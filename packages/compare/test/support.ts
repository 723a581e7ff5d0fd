import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { allocateColumn, eventColumns, momentumColumns, type EventBatch } from '@deelema/events';
import type { Reference } from '../src/reference.ts';
import type { Binned } from '../src/statistics/binned.ts';

/** E, px, py, pz, GeV. */
export type Momentum = readonly [number, number, number, number];

/** The six particles of an event, by role. */
export type Event = Readonly<Record<'a1' | 'b1' | 'c1' | 'a2' | 'b2' | 'c2', Momentum>>;

/** Path of a committed reference. */
export function referencePath(name: string): string {
  const url = new URL(`../../../test/reference/generators/${name}.json`, import.meta.url);
  return fileURLToPath(url);
}

/** A committed reference as it stands in its file. */
export function referenceFile(name: string): Reference {
  return JSON.parse(readFileSync(referencePath(name), 'utf8')) as Reference;
}

/** Events as a batch; `rename` gives columns another prefix than the role. */
export function batchOf(
  events: readonly Event[],
  weights: readonly number[] = events.map(() => 1)
): EventBatch {
  const columns = Object.fromEntries(
    eventColumns(true).map((name) => [name, allocateColumn(name, events.length)])
  );
  events.forEach((event, i) => {
    columns.event[i] = i;
    columns.weight[i] = weights[i];
    for (const [role, momentum] of Object.entries(event)) {
      momentumColumns(role).forEach((name, k) => (columns[name][i] = momentum[k]));
    }
  });
  return { length: events.length, columns };
}

/** A histogram with unit bins from 0 and nothing outside. */
export function binned(sums: readonly number[], squares: readonly number[] = sums): Binned {
  return { edges: [...sums.keys(), sums.length], sums, squares, underflow: 0, overflow: 0 };
}
