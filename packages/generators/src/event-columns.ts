import {
  BATCH_ROWS,
  eventColumns,
  float64Column,
  fourMomenta,
  type Column,
  type EventBatch,
} from '@deelema/events';
import type { BranchMomenta } from './decay/branch-momenta.ts';

/** Branch 1 and branch 2 of n events. */
export type Branches = readonly [BranchMomenta, BranchMomenta];

const REALS = eventColumns(true).filter((name) => name !== 'event');

/**
 * Bytes from one column to the next: five lines of cache more than a column has. Columns that begin a
 * power of 2 apart would all want the same few lines of the cache.
 */
const strideOf = (rows: number): number => rows * 8 + 320;

/** Bytes of n events in `eventRoom`. */
const bytesOf = (rows: number): number => (REALS.length + 1) * strideOf(rows);

/** Bytes of a full batch of `eventRoom`. */
export const ROOM_BYTES = bytesOf(BATCH_ROWS);

/**
 * Room for generated events, truth included.
 *
 * @param n Number of events, `BATCH_ROWS` at most.
 * @param memory At least `ROOM_BYTES` that all columns lie in; just as much as they need if omitted.
 * @returns A batch with the columns of `eventColumns(true)`; what is in them is undefined.
 */
export function eventRoom(
  n: number,
  memory: ArrayBufferLike = new ArrayBuffer(bytesOf(n))
): EventBatch {
  const stride = strideOf(n);
  const reals = REALS.map((name, k): [string, Column] => [
    name,
    new Float64Array(memory, stride * k, n),
  ]);
  const event = new Uint32Array(memory, stride * REALS.length, n);
  return { length: n, columns: { event, ...Object.fromEntries(reals) } };
}

/**
 * The momenta of a batch, as views into it.
 *
 * @param batch Events with all momenta: n events, GeV.
 */
export function branchesOf(batch: EventBatch): Branches {
  const branch = (k: 1 | 2): BranchMomenta => ({
    a: fourMomenta(batch, `a${k}`),
    b: fourMomenta(batch, `b${k}`),
    c: fourMomenta(batch, `c${k}`),
  });
  return [branch(1), branch(2)];
}

/**
 * Fills in what generated events have besides momenta: number, weight 1 and pTmiss.
 *
 *     pTmiss = pT of C₁ + pT of C₂
 *
 * This is perfect detection, whatever recoils.
 *
 * @param batch Events with their momenta, GeV; the rest is overwritten.
 * @param firstEvent Number of the first event.
 */
export function completeEvents(batch: EventBatch, firstEvent: number): void {
  const [{ c: c1 }, { c: c2 }] = branchesOf(batch);
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
