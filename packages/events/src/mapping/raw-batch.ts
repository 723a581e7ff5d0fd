/** Numbers as a file may hold them. */
export type RawColumn =
  | Float64Array
  | Float32Array
  | Int8Array
  | Uint8Array
  | Int16Array
  | Uint16Array
  | Int32Array
  | Uint32Array
  | BigInt64Array
  | BigUint64Array;

/** Some events of a foreign file: as many as the file gives at once, under the names of the file. */
export interface RawBatch {
  readonly length: number;
  readonly columns: Readonly<Record<string, RawColumn>>;
  /** By reason, 1 for each event that lacks a value that is asked for; its numbers mean nothing. */
  readonly lacking?: ReadonlyMap<string, Uint8Array> | undefined;
}

/**
 * Numbers of any type as floating-point numbers.
 *
 * @param column The numbers; handed back without a copy if they are floating-point numbers of 64 bits.
 * @returns The nearest floating-point numbers; all but integers beyond 2⁵³ are exact.
 */
export function asFloat64(column: RawColumn): Float64Array {
  if (column instanceof Float64Array) return column;
  if (column instanceof BigInt64Array || column instanceof BigUint64Array) {
    return Float64Array.from(column, Number);
  }
  return new Float64Array(column);
}
