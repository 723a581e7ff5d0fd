import type { DataType } from 'apache-arrow';
import type { ColumnType } from '../columns/schema.ts';
import type { Column } from '../columns/column.ts';

/** Values as they stand in a file: numbers, or integers too long for one. */
type Stored = ArrayLike<number> | ArrayLike<bigint>;

/** How numbers may stand in an Arrow file. */
interface StoredType {
  readonly bits: number;
  /** The values in a buffer that begins with them. */
  readonly view: (buffer: ArrayBuffer, length: number) => Stored;
}

/** By the name that apache-arrow gives a type. */
const STORED: Readonly<Record<string, StoredType>> = {
  Float64: { bits: 64, view: (buffer, n) => new Float64Array(buffer, 0, n) },
  Float32: { bits: 32, view: (buffer, n) => new Float32Array(buffer, 0, n) },
  Int64: { bits: 64, view: (buffer, n) => new BigInt64Array(buffer, 0, n) },
  Uint64: { bits: 64, view: (buffer, n) => new BigUint64Array(buffer, 0, n) },
  Int32: { bits: 32, view: (buffer, n) => new Int32Array(buffer, 0, n) },
  Uint32: { bits: 32, view: (buffer, n) => new Uint32Array(buffer, 0, n) },
  Int16: { bits: 16, view: (buffer, n) => new Int16Array(buffer, 0, n) },
  Uint16: { bits: 16, view: (buffer, n) => new Uint16Array(buffer, 0, n) },
  Int8: { bits: 8, view: (buffer, n) => new Int8Array(buffer, 0, n) },
  Uint8: { bits: 8, view: (buffer, n) => new Uint8Array(buffer, 0, n) },
  Bool: { bits: 1, view: unpackBits },
};

const EXPECTED: Readonly<Record<ColumnType, string>> = {
  float64: 'Float64 (Float32 and integers are taken, too)',
  uint32: 'Uint32 (other integers are taken, too)',
  uint8: 'Uint8 (other integers and Bool are taken, too)',
};

/** Largest value of the integer columns; of numbers, the largest integer that a double holds for sure. */
const LARGEST: Readonly<Record<ColumnType, number>> = {
  float64: Number.MAX_SAFE_INTEGER,
  uint32: 0xffffffff,
  uint8: 0xff,
};

/**
 * What is wrong with the type of a column in a file.
 *
 * @param name Column name.
 * @param type Its Arrow type in the file.
 * @param wanted How we store it.
 * @returns A clause such as "column event is Utf8, expected Uint32 (other integers are taken, too)", or undefined if
 *  the values can be taken.
 */
export function typeMismatch(name: string, type: DataType, wanted: ColumnType): string | undefined {
  const received = typeName(type);
  const float = received.startsWith('Float');
  const fits = (!float || wanted === 'float64') && (received !== 'Bool' || wanted === 'uint8');
  if (fits && Object.hasOwn(STORED, received)) return undefined;
  return `column ${name} is ${received}, expected ${EXPECTED[wanted]}`;
}

/**
 * Name of an Arrow type, e.g. `Float64` or `Dictionary<Int32, Utf8>`.
 *
 * @param type The type.
 */
export function typeName(type: DataType): string {
  // Every type has a text of its own, which DataType does not declare.
  return (type as { toString(): string }).toString();
}

/**
 * Number of bytes that so many values take.
 *
 * @param type Arrow type of numbers.
 * @param length Number of values.
 */
export function storedBytes(type: DataType, length: number): number {
  return Math.ceil((STORED[typeName(type)].bits * length) / 8);
}

/**
 * Makes a column of values as they stand in a file; without a copy if they are of the type wanted.
 *
 * @param type Arrow type of numbers.
 * @param buffer The values.
 * @param length Number of values.
 * @param wanted How we store the column.
 * @returns The column, or the first row, from 0, whose value does not fit.
 */
export function columnOf(
  type: DataType,
  buffer: ArrayBuffer,
  length: number,
  wanted: ColumnType
): Column | { readonly row: number; readonly value: number | bigint } {
  const stored = STORED[typeName(type)].view(buffer, length);
  if (wanted === 'float64' && stored instanceof Float64Array) return stored;
  if (wanted === 'uint32' && stored instanceof Uint32Array) return stored;
  if (wanted === 'uint8' && stored instanceof Uint8Array) return stored;
  const out = emptyColumn(wanted, length);
  const [low, high] = [wanted === 'float64' ? -LARGEST[wanted] : 0, LARGEST[wanted]];
  const anything = stored instanceof Float32Array;
  for (let row = 0; row < length; row++) {
    const value = stored[row];
    if (!anything && !(value >= low && value <= high)) return { row, value };
    out[row] = Number(value);
  }
  return out;
}

/**
 * What the values of a column may be, for messages.
 *
 * @param wanted How we store the column.
 */
export function valueRange(wanted: ColumnType): string {
  return `an integer from ${wanted === 'float64' ? -LARGEST[wanted] : 0} to ${LARGEST[wanted]}`;
}

function emptyColumn(type: ColumnType, length: number): Column {
  if (type === 'uint32') return new Uint32Array(length);
  return type === 'uint8' ? new Uint8Array(length) : new Float64Array(length);
}

/** Arrow packs truth values eight to a byte, the lowest bit first. */
function unpackBits(buffer: ArrayBuffer, length: number): Uint8Array {
  const bytes = new Uint8Array(buffer);
  return Uint8Array.from({ length }, (_, i) => (bytes[i >> 3] >> (i & 7)) & 1);
}
