import { columnDefinition } from './schema.ts';
import type { ColumnType } from './schema.ts';

/** One value per event; entry i belongs to event i. */
export type Column = Float64Array | Uint8Array | Uint32Array;

/** Largest number of events in one batch. */
export const BATCH_ROWS = 65_536;

/**
 * How a column of that name is stored: the name alone decides, in every file and format.
 *
 * @param name Column name.
 * @returns Its type; `float64` for names that are not ours.
 */
export function columnType(name: string): ColumnType {
  return columnDefinition(name)?.type ?? 'float64';
}

/**
 * Unit of a column.
 *
 * @param name Column name.
 * @returns `GeV`, or undefined for pure numbers and names that are not ours.
 */
export function columnUnit(name: string): 'GeV' | undefined {
  return columnDefinition(name)?.unit;
}

/**
 * Makes room for a column.
 *
 * @param name Column name, which decides the type.
 * @param length Number of events.
 * @returns Zeros.
 */
export function allocateColumn(name: string, length: number): Column {
  const type = columnType(name);
  if (type === 'uint32') return new Uint32Array(length);
  return type === 'uint8' ? new Uint8Array(length) : new Float64Array(length);
}

/**
 * How a given array would be stored.
 *
 * @param column Values, one per event.
 * @returns Its type in the terms of {@link columnType}.
 */
export function storedType(column: Column): ColumnType {
  if (column instanceof Float64Array) return 'float64';
  return column instanceof Uint32Array ? 'uint32' : 'uint8';
}
