import type { EventBatch } from '../columns/batch.ts';
import { checkedColumn } from '../columns/checked-column.ts';
import { allocateColumn, BATCH_ROWS } from '../columns/column.ts';
import type { Column } from '../columns/column.ts';

/** Collects events until they fill a row group. */
export class RowGroup {
  /** Number of events collected and not yet taken. */
  length = 0;
  private readonly columns: ReadonlyMap<string, Column>;

  /**
   * @param names Column names.
   * @throws RangeError if a column is declared twice.
   */
  constructor(names: readonly string[]) {
    const twice = names.find((name, i) => names.indexOf(name) !== i);
    if (twice !== undefined) throw new RangeError(`Column ${twice} is declared twice.`);
    this.columns = new Map(names.map((name) => [name, allocateColumn(name, BATCH_ROWS)]));
  }

  get isFull(): boolean {
    return this.length === BATCH_ROWS;
  }

  /**
   * Adds as many events as there is room for.
   *
   * @param batch Events.
   * @param from The first of them that is added.
   * @returns Number of events added.
   * @throws RangeError or TypeError if a column is missing, too short or of another type.
   */
  add(batch: EventBatch, from: number): number {
    const added = Math.min(batch.length - from, BATCH_ROWS - this.length);
    for (const [name, column] of this.columns) {
      const values = checkedColumn(batch, name);
      column.set(values.subarray(from, from + added), this.length);
    }
    this.length += added;
    return added;
  }

  /** The events since the last call, as views that the next `add` overwrites. */
  take(): { readonly name: string; readonly data: Column }[] {
    const { length } = this;
    this.length = 0;
    return [...this.columns].map(([name, column]) => ({ name, data: column.subarray(0, length) }));
  }
}
