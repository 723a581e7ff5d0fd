/** One value per event; entry i belongs to event i. */
export type Column = Float64Array | Uint8Array | Uint32Array;

/** How a column is stored. */
export type ColumnType = 'float64' | 'uint8' | 'uint32';

/** Largest number of events in one batch. */
export const BATCH_ROWS = 65_536;

/**
 * How a column of that name is stored: the name alone decides, in every file and format.
 *
 * @param name Column name.
 * @returns `uint32` for `event`, `uint8` for `split` and `exchanged`, `float64` for all others.
 */
export function columnType(name: string): ColumnType {
  if (name === 'event') return 'uint32';
  return name === 'split' || name === 'exchanged' ? 'uint8' : 'float64';
}

/**
 * Unit of a column: all floating-point columns are energies, momenta or masses, but for `weight`.
 *
 * @param name Column name.
 * @returns `GeV`, or undefined for pure numbers.
 */
export function columnUnit(name: string): 'GeV' | undefined {
  return columnType(name) === 'float64' && name !== 'weight' ? 'GeV' : undefined;
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
