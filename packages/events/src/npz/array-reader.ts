import { crc32 } from 'node:zlib';
import { InputError } from '../errors.ts';
import type { ExactBytes } from './exact-bytes.ts';
import { lengthBytes, parseNpyHeader, PREAMBLE_BYTES } from './npy-header.ts';
import type { NpyHeader } from './npy-header.ts';
import { readable } from './zip.ts';
import type { NpzArchive } from './zip.ts';

/** Longer headers are not those of arrays of numbers. */
const LONGEST_HEADER = 1 << 16;

/** A NumPy array of an .npz file, read row by row from its beginning. */
export class ArrayReader {
  /** Number of rows. */
  readonly rows: number;
  /** Numbers in a row. */
  readonly width: number;
  private readonly where: string;
  private readonly path: string;
  private readonly bytes: ExactBytes;
  private readonly header: NpyHeader;
  private readonly expectedSum: number;
  private sum: number;
  private read = 0;

  private constructor(where: string, path: string, bytes: ExactBytes, opened: OpenedArray) {
    this.where = where;
    this.path = path;
    this.bytes = bytes;
    this.header = opened.header;
    this.rows = opened.header.shape[0];
    this.width = opened.header.shape[1] ?? 1;
    this.sum = opened.sum;
    this.expectedSum = opened.expectedSum;
  }

  /**
   * Opens an array and reads its header.
   *
   * @param archive The open file.
   * @param name Name of the array.
   * @param width Numbers in a row: 1 for a shape of [n], else [n, width].
   * @returns The array, to be closed after use.
   * @throws InputError if its numbers are not floating-point, or its shape is another.
   */
  static async open(archive: NpzArchive, name: string, width: number): Promise<ArrayReader> {
    const where = `${archive.path}: ${name}`;
    const entry = archive.entries.get(name)!;
    const bytes = await archive.read(entry);
    try {
      const head = await readable(archive.path, () => readHead(where, bytes));
      checkShape(where, head.header.shape, width);
      return new ArrayReader(where, archive.path, bytes, { ...head, expectedSum: entry.crc32 });
    } catch (error) {
      bytes.close();
      throw error;
    }
  }

  /**
   * The next rows as columns.
   *
   * @param rows Number of rows, no more than are left.
   * @returns One column for each number in a row.
   * @throws InputError if the array is cut off or damaged.
   */
  async take(rows: number): Promise<Float64Array[]> {
    const { width: size, littleEndian } = this.header;
    const bytes = await readable(this.path, () => this.bytes.take(rows * this.width * size));
    if (bytes.length < rows * this.width * size) {
      throw new InputError(`${this.where} is cut off; save it anew with numpy.savez.`);
    }
    this.sum = crc32(bytes, this.sum);
    this.read += rows;
    if (this.read === this.rows && this.sum !== this.expectedSum) {
      throw new InputError(`${this.where} is damaged: its checksum differs; copy or save it anew.`);
    }
    return columnsOf(bytes, rows, this.width, size, littleEndian);
  }

  close(): void {
    this.bytes.close();
  }
}

interface OpenedArray {
  readonly header: NpyHeader;
  /** CRC-32 of what was read. */
  readonly sum: number;
  /** CRC-32 of all, as the archive says. */
  readonly expectedSum: number;
}

async function readHead(
  where: string,
  bytes: ExactBytes
): Promise<{ header: NpyHeader; sum: number }> {
  const preamble = await bytes.take(PREAMBLE_BYTES);
  const digits = await bytes.take(lengthBytes(where, preamble));
  const length = Buffer.from(digits).readUIntLE(0, digits.length);
  if (length > LONGEST_HEADER) {
    throw new InputError(`${where}: the header of the array is damaged; save it anew.`);
  }
  const text = await bytes.take(length);
  const header = parseNpyHeader(where, Buffer.from(text).toString('latin1'));
  return { header, sum: crc32(text, crc32(digits, crc32(preamble))) };
}

function checkShape(where: string, shape: readonly number[], width: number): void {
  const fits = width === 1 ? shape.length === 1 : shape.length === 2 && shape[1] === width;
  if (fits) return;
  const expected = width === 1 ? '[n]' : `[n, ${width}]`;
  throw new InputError(`${where} has the shape [${shape.join(', ')}], expected ${expected}.`);
}

/** Rows one behind the other as columns. */
function columnsOf(
  { buffer }: Uint8Array<ArrayBuffer>,
  rows: number,
  width: number,
  size: 4 | 8,
  littleEndian: boolean
): Float64Array[] {
  const view = new DataView(buffer);
  return Array.from({ length: width }, (_, k) => {
    const column = new Float64Array(rows);
    for (let i = 0; i < rows; ++i) {
      const at = (i * width + k) * size;
      column[i] =
        size === 8 ? view.getFloat64(at, littleEndian) : view.getFloat32(at, littleEndian);
    }
    return column;
  });
}
