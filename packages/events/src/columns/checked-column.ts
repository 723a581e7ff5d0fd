import type { EventBatch } from './batch.ts';
import { columnType, storedType } from './column.ts';
import type { Column } from './column.ts';

/**
 * A column of a batch that is about to be written.
 *
 * @param batch Events.
 * @param name A column that the file declares.
 * @returns The column, without a copy.
 * @throws RangeError if it is missing or of another length than the batch.
 * @throws TypeError if it is of another type than {@link columnType} says.
 */
export function checkedColumn(batch: EventBatch, name: string): Column {
  const column = batch.columns[name];
  if (column === undefined) throw new RangeError(`Column ${name} is declared but not written.`);
  if (column.length !== batch.length) {
    throw new RangeError(`Column ${name} has ${column.length} events, expected ${batch.length}.`);
  }
  if (storedType(column) !== columnType(name)) {
    throw new TypeError(`Column ${name} is ${storedType(column)}, expected ${columnType(name)}.`);
  }
  return column;
}
