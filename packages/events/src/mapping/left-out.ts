import { InputError } from '../errors.ts';
import type { RawBatch } from './raw-batch.ts';

/** Counts the events that lack a value, and says when they are too many. */
export class LeftOut {
  private readonly path: string;
  private readonly largest: number;
  private readonly dropped: Record<string, number>;
  private total = 0;

  /**
   * @param path Name of the file for messages.
   * @param largest Largest fraction of events that may lack a value, 0 to 1.
   * @param dropped Receives the numbers of events left out, by reason.
   */
  constructor(path: string, largest: number, dropped: Record<string, number>) {
    this.path = path;
    this.largest = largest;
    this.dropped = dropped;
  }

  /**
   * The rows of a stretch that are kept.
   *
   * @param raw The stretch.
   * @param from First row looked at.
   * @param to Row behind the last.
   * @param first Row of the first event of the stretch in the file.
   * @returns Rows within the stretch.
   * @throws InputError at the first event that lacks a value, if none may.
   */
  select(raw: RawBatch, from: number, to: number, first: number): Uint32Array {
    const reasons = [...(raw.lacking ?? [])];
    const rows = new Uint32Array(to - from);
    let kept = 0;
    for (let i = from; i < to; ++i) {
      const reason = reasons.find(([, lacks]) => lacks[i] === 1)?.[0];
      if (reason === undefined) rows[kept++] = i;
      else this.leaveOut(reason, first + i);
    }
    return rows.subarray(0, kept);
  }

  /**
   * To be called when all events are read.
   *
   * @param read Number of events read, those left out included.
   * @throws InputError if more events were left out than may, or all of them.
   */
  check(read: number): void {
    const tooMany = this.total > this.largest * read;
    if (this.total === 0 || (!tooMany && this.total < read)) return;
    const [reason, count] = Object.entries(this.dropped).sort(([, a], [, b]) => b - a)[0];
    const share = `${((100 * this.total) / read).toPrecision(3)} %`;
    const advice = tooMany ? `, more than maxUnmatched = ${this.largest} allows` : '';
    throw new InputError(
      `${this.path}: ${this.total} of ${read} events (${share}) are left out${advice}; the most frequent reason is: ${reason} (${count} events).`
    );
  }

  private leaveOut(reason: string, row: number): void {
    if (this.largest === 0) {
      throw new InputError(
        `${this.path}: row ${row} (counted from 0): ${reason}; leave such events out with "maxUnmatched", the largest fraction of them, e.g. 0.1.`
      );
    }
    this.dropped[reason] = (this.dropped[reason] ?? 0) + 1;
    this.total++;
  }
}
