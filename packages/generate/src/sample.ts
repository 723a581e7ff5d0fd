import type { EventBatch, EventMetadata } from '@deelema/events';

/** Events on their way into a file. */
export interface Sample {
  /** What the file to be written says about all events. */
  readonly metadata: EventMetadata;
  /** The columns of every batch, in the order of the file to be written. */
  readonly columns: readonly string[];
  /** Number of events to come, if it is known beforehand. */
  readonly events: number | undefined;
  /** The events: to be iterated over once. */
  readonly batches: AsyncIterable<EventBatch>;
  /** Events left out up to now, by reason. */
  readonly dropped: Readonly<Record<string, number>>;
  /** Further determined numbers for the manifest, final when the events are written. */
  readonly facts?: () => Readonly<Record<string, unknown>>;
  /** Closes what is open. */
  close(): Promise<void>;
}
