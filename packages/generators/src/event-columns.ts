import {
  BATCH_ROWS,
  float64Column,
  fourMomenta,
  momentumColumns,
  type Column,
  type EventBatch,
} from '@deelema/events';
import { ANTLER_ROLES, type EventRoles } from './event-roles.ts';

/**
 * Bytes from one column to the next: five lines of cache more than a column has. Columns that begin a
 * power of 2 apart would all want the same few lines of the cache.
 */
const strideOf = (rows: number): number => rows * 8 + 320;

/** All columns but `event`. */
const realColumns = ({ visible, invisible }: EventRoles): string[] => [
  ...[...visible, ...invisible].flatMap(momentumColumns),
  ...['ptmiss_x', 'ptmiss_y', 'weight'],
];

/** Bytes of a full batch of antlers in `eventRoom`. */
export const ROOM_BYTES = (realColumns(ANTLER_ROLES).length + 1) * strideOf(BATCH_ROWS);

/**
 * Room for generated events, truth included.
 *
 * @param n Number of events, `BATCH_ROWS` at most.
 * @param roles Their particles.
 * @param memory What all columns lie in, for antlers `ROOM_BYTES` or more; just as much as they need if
 *  omitted.
 * @returns A batch with `event`, the momenta of all particles, `ptmiss_x`, `ptmiss_y`, `weight`; what is in
 *  them is undefined.
 */
export function eventRoom(n: number, roles: EventRoles, memory?: ArrayBufferLike): EventBatch {
  const stride = strideOf(n);
  const names = realColumns(roles);
  const bytes = memory ?? new ArrayBuffer((names.length + 1) * stride);
  const reals = names.map((name, k): [string, Column] => [
    name,
    new Float64Array(bytes, stride * k, n),
  ]);
  const event = new Uint32Array(bytes, stride * names.length, n);
  return { length: n, columns: { event, ...Object.fromEntries(reals) } };
}

/** A view of the events from `first` up to `end`. */
export function partOfBatch({ columns }: EventBatch, first: number, end: number): EventBatch {
  const parts = Object.entries(columns).map(([name, column]) => [
    name,
    column.subarray(first, end),
  ]);
  return { length: end - first, columns: Object.fromEntries(parts) as EventBatch['columns'] };
}

/**
 * Fills in what generated events have besides momenta: number, weight 1 and pTmiss.
 *
 *     pTmiss = pT of C₁ + pT of C₂
 *
 * This is perfect detection, whatever recoils.
 *
 * @param batch Events with their momenta, GeV; the rest is overwritten.
 * @param roles Their particles.
 * @param firstEvent Number of the first event.
 */
export function completeEvents(
  batch: EventBatch,
  { invisible }: EventRoles,
  firstEvent: number
): void {
  const [c1, c2] = invisible.map((role) => fourMomenta(batch, role));
  const { event } = batch.columns;
  const x = float64Column(batch, 'ptmiss_x');
  const y = float64Column(batch, 'ptmiss_y');
  for (let i = 0; i < batch.length; ++i) {
    event[i] = firstEvent + i;
    x[i] = c1.px[i] + c2.px[i];
    y[i] = c1.py[i] + c2.py[i];
  }
  float64Column(batch, 'weight').fill(1);
}
