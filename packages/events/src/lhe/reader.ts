import type { EventBatch } from '../columns/batch.ts';
import { BATCH_ROWS } from '../columns/column.ts';
import type { Topology } from '../topology/topology.ts';
import { EventBatches } from './event-batches.ts';
import { MATCHED_ROLES, matchRoles } from './match-roles.ts';
import type { Mismatch } from './match-roles.ts';
import { scanBlocks } from './scan-events.ts';
import { UnmatchedEvents } from './unmatched.ts';

/** How an LHE file is read. */
export interface LheOptions {
  /** Which particles play the roles; see `findTopology`. */
  readonly topology: Topology;
  /**
   * Largest fraction of the events, from 0 to 1, that may lack the topology: they are left out and counted. 0 if
   * omitted: the first such event is an error. With 1, only a file in which none has it is one.
   */
  readonly maxUnmatched?: number | undefined;
  /** Read only so many events from the beginning of the file, those left out included. */
  readonly limit?: number | undefined;
  /** Largest number of events in a batch; `BATCH_ROWS` if omitted. */
  readonly batchRows?: number | undefined;
}

/** How many events a file had and what became of them. */
export interface LheCounts {
  read: number;
  kept: number;
  /** Events left out, by reason. */
  readonly dropped: Readonly<Partial<Record<Mismatch, number>>>;
}

/** The events of an LHE file: to be iterated over once. */
export interface LheEvents extends AsyncIterable<EventBatch> {
  /** Counts up to now; final when the iteration is over. */
  readonly counts: LheCounts;
}

/**
 * Reads an LHE file, packed with gzip or not, as batches with the columns of `eventColumns(true)`.
 *
 *     E = √(p² + m²)   with the mass of the file,   pTmiss = Σ pT of all invisible final particles
 *
 * `event` is the number of the event in the file from 0, `weight` is XWGTUP with its sign. Branch 1 is that of the A
 * with positive PDG id, or the first in the event if both have the same sign.
 *
 * @param path The file.
 * @param options Topology, how many events may lack it, limit.
 * @returns The events, not yet read. Iterating throws an InputError if the file is damaged or cut off, or, with more
 *  than 0 allowed only at the end, if too many events lack the topology.
 * @throws RangeError if `limit` or `batchRows` is not a positive integer, or `maxUnmatched` not from 0 to 1.
 */
export function readLhe(path: string, options: LheOptions): LheEvents {
  const { limit = 1, batchRows = 1, maxUnmatched = 0 } = options;
  for (const value of [limit, batchRows]) {
    if (!Number.isInteger(value) || value < 1) {
      throw new RangeError(`readLhe: ${value} events, expected a positive integer.`);
    }
  }
  if (!(maxUnmatched >= 0 && maxUnmatched <= 1)) {
    throw new RangeError(`readLhe: maxUnmatched is ${maxUnmatched}, expected from 0 to 1.`);
  }
  const unmatched = new UnmatchedEvents(path, options.topology);
  const counts = { read: 0, kept: 0, dropped: unmatched.byReason };
  return { counts, [Symbol.asyncIterator]: () => batches(path, options, counts, unmatched) };
}

async function* batches(
  path: string,
  { topology, maxUnmatched = 0, limit = Infinity, batchRows = BATCH_ROWS }: LheOptions,
  counts: LheCounts,
  unmatched: UnmatchedEvents
): AsyncGenerator<EventBatch> {
  const collected = new EventBatches(Math.min(batchRows, limit), topology);
  const roles = new Int32Array(MATCHED_ROLES.length);
  for await (const scanner of scanBlocks(path)) {
    const { event } = scanner;
    while (counts.read < limit && scanner.next()) {
      const mismatch = matchRoles(event, topology, roles);
      if (mismatch !== undefined && maxUnmatched === 0) throw unmatched.refusal(event, mismatch);
      counts.read++;
      if (mismatch !== undefined) unmatched.add(event, mismatch);
      else {
        counts.kept++;
        collected.add(event, roles);
        if (collected.length === batchRows) yield collected.take();
      }
    }
    if (counts.read === limit) break;
  }
  unmatched.end(counts.read, maxUnmatched);
  if (collected.length > 0) yield collected.take();
}
