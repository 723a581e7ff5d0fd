import type { EventBatch } from '../columns/batch.ts';
import { BATCH_ROWS } from '../columns/column.ts';
import { InputError } from '../errors.ts';
import { topologyText } from '../topology/topology.ts';
import type { Topology } from '../topology/topology.ts';
import { EventBatches } from './event-batches.ts';
import { eventGraph } from './event-graph.ts';
import type { LheEvent } from './event.ts';
import { MATCHED_ROLES, matchRoles } from './match-roles.ts';
import type { Mismatch } from './match-roles.ts';
import { scanEvents } from './scan-events.ts';

/** How an LHE file is read. */
export interface LheOptions {
  /** Which particles play the roles; see `findTopology`. */
  readonly topology: Topology;
  /** What becomes of events without the topology: an error, or they are left out and counted. `fail` if omitted. */
  readonly unmatched?: 'fail' | 'drop' | undefined;
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
  readonly dropped: Partial<Record<Mismatch, number>>;
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
 * `event` is the number of the event in the file from 0, `weight` is XWGTUP. Branch 1 is that of the A with
 * positive PDG id, or the first in the event if both have the same sign.
 *
 * @param path The file.
 * @param options Topology, what to do with other events, limit.
 * @returns The events, not yet read. Iterating throws an InputError if the file is damaged or cut off, if an event
 *  has not the topology (unless they are to be dropped), or if none has it.
 * @throws RangeError if `limit` or `batchRows` is not a positive integer.
 */
export function readLhe(path: string, options: LheOptions): LheEvents {
  for (const value of [options.limit ?? 1, options.batchRows ?? 1]) {
    if (!Number.isInteger(value) || value < 1) {
      throw new RangeError(`readLhe: ${value} events, expected a positive integer.`);
    }
  }
  const counts: LheCounts = { read: 0, kept: 0, dropped: {} };
  return { counts, [Symbol.asyncIterator]: () => batches(path, options, counts) };
}

async function* batches(
  path: string,
  options: LheOptions,
  counts: LheCounts
): AsyncGenerator<EventBatch> {
  const { topology, limit = Infinity, batchRows = BATCH_ROWS } = options;
  const collected = new EventBatches(Math.min(batchRows, limit), topology);
  const roles = new Int32Array(MATCHED_ROLES.length);
  for await (const event of scanEvents(path)) {
    const mismatch = matchRoles(event, topology, roles);
    counts.read++;
    if (mismatch === undefined) {
      counts.kept++;
      collected.add(event, roles);
    } else if (options.unmatched === 'drop') {
      counts.dropped[mismatch] = (counts.dropped[mismatch] ?? 0) + 1;
    } else throw unmatched(path, event, topology, mismatch);
    if (collected.length === batchRows) yield collected.take();
    if (counts.read === limit) break;
  }
  if (counts.kept === 0) throw nothingKept(path, counts.read, topology);
  if (collected.length > 0) yield collected.take();
}

function unmatched(
  path: string,
  event: LheEvent,
  topology: Topology,
  mismatch: Mismatch
): InputError {
  return new InputError(
    `${path}, line ${event.line}, event ${event.number} (counted from 0): ${mismatch}; ` +
      `received ${eventGraph(event)}, expected A → a B, B → b C twice with ${topologyText(topology)}; ` +
      'leave such events out with "unmatched: drop", or give another topology.'
  );
}

function nothingKept(path: string, read: number, topology: Topology): InputError {
  const expected = topologyText(topology);
  return new InputError(
    `${path}: none of ${read} events has the topology ${expected}; give the one it has.`
  );
}
