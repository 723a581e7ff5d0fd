import { BATCH_ROWS, type EventBatch } from '@deelema/events';
import type { PairSample } from '@deelema/pair-production';
import { stream } from '@deelema/random';
import { completeEvents, eventRoom, partOfBatch } from './event-columns.ts';
import type { EventGenerator } from './event-generator.ts';
import { addCounts, NO_COUNTS, type ProductionCounts } from './production-counts.ts';
import { smearBatch } from './smearing/smear-batch.ts';
import type { SmearingSettings } from './smearing/smearing-settings.ts';

/** Which events are made of a process, and how they are measured. */
export interface BlockSettings {
  readonly source: 'toy' | 'ttbar' | 'cascade';
  readonly seed: number;
  /** Number of all events. */
  readonly events: number;
  /** Perfect detection if omitted. */
  readonly smearing?: SmearingSettings<string> | undefined;
}

/** A batch of generated events, with what it took. */
export interface Block {
  readonly batch: EventBatch;
  readonly counts: ProductionCounts;
}

/** Work in steps, so that a thread may do something else in between; its result at the end. */
export type Steps<Result> = Generator<void, Result, void>;

/**
 * Pairs drawn at once: they fit into the processor's cache, for which a power of 2 would be a bad number,
 * and take less than a millisecond.
 */
const PIECE = 1000;

/**
 * Makes one block of events, a piece per step.
 *
 * @param generator What to generate.
 * @param settings Its settings.
 * @param block Number of the block, from 0: names its random stream.
 * @param memory Where the events are put, overwritten: `ROOM_BYTES` for antlers; memory of their own if
 *  omitted.
 * @returns `BATCH_ROWS` events, fewer in the last block.
 */
export function* makeBlock(
  { production, roles, decay }: EventGenerator,
  { source, seed, events, smearing }: BlockSettings,
  block: number,
  memory?: ArrayBufferLike
): Steps<Block> {
  const firstEvent = block * BATCH_ROWS;
  const n = Math.min(BATCH_ROWS, events - firstEvent);
  const random = stream(seed, 'generate', source, block);
  const batch = eventRoom(n, roles, memory);
  let pairs: PairSample | undefined;
  let counts = NO_COUNTS;
  for (let first = 0; first < n; first += PIECE) {
    const end = Math.min(first + PIECE, n);
    pairs = production.sample(random, end - first, pairs);
    decay(random, pairs, partOfBatch(batch, first, end));
    counts = addCounts(counts, { pairs: pairs.mass.length, ...pairs });
    yield;
  }
  completeEvents(batch, roles, firstEvent);
  const measured = smearing ? smearBatch(batch, smearing, block, roles.visible) : batch;
  return { batch: measured, counts };
}

/** The result of work that nothing else has to wait for. */
export function atOnce<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}
