import type { EventBatch } from './batch.ts';

/** A file of events being written. */
export interface EventWriter {
  /**
   * Appends events: one record batch per call in an Arrow file.
   *
   * @param batch Events with at least the declared columns; further columns are left out.
   * @throws RangeError or TypeError if a declared column is missing, too short or of another type.
   * @throws InputError if the system refuses, e.g. because the disk is full.
   */
  write(batch: EventBatch): Promise<void>;
  /** Ends the file; only now it is complete. */
  close(): Promise<void>;
  /** Closes what is open and leaves the incomplete file where it is. */
  abort(): Promise<void>;
}
