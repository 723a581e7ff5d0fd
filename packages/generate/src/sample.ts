import type { EventBatch } from '@deelema/events';

/** Events on their way into a file. */
export interface Sample {
  /** One line that says what the events are. */
  readonly description: string;
  /** The columns of every batch, in the order of the file to be written. */
  readonly columns: readonly string[];
  /** Number of events to come, if it is known beforehand. */
  readonly events: number | undefined;
  /** The events: to be iterated over once. */
  readonly batches: AsyncIterable<EventBatch>;
  /** Events left out up to now, by reason. */
  readonly dropped: Readonly<Record<string, number>>;
  /** Closes what is open. */
  close(): Promise<void>;
}
