import { open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import type { DataType } from 'apache-arrow';
import type { EventBatch } from '../columns/batch.ts';
import { BATCH_ROWS } from '../columns/column.ts';
import type { Column } from '../columns/column.ts';
import type { ColumnType } from '../columns/schema.ts';
import { onDisk } from '../disk/disk-error.ts';
import { InputError } from '../errors.ts';
import { damaged } from './damage.ts';
import { readLayout } from './layout.ts';
import type { FileLayout } from './layout.ts';
import type { BatchBlock } from './record-batch.ts';
import { columnOf, storedBytes, typeMismatch, valueRange } from './stored-type.ts';
import { columnBytes } from './column-bytes.ts';
import type { ByteReader } from './byte-reader.ts';

/** A column to be read, and how we store it. */
export interface WantedColumn {
  readonly name: string;
  readonly type: ColumnType;
}

/** An open Arrow file of any origin: columns of any name and type. */
export interface ArrowFile {
  readonly path: string;
  readonly rows: number;
  readonly fields: readonly { readonly name: string; readonly type: DataType }[];
  /** Entries of the schema's metadata. */
  readonly metadata: ReadonlyMap<string, string>;
  /**
   * What is wrong with a column, as a clause; undefined if {@link ArrowFile.batches} can read it.
   */
  problem(column: WantedColumn): string | undefined;
  /**
   * Reads columns batch by batch; long record batches come in slices of {@link BATCH_ROWS}, so that memory does not
   * grow with the file.
   *
   * @throws InputError if a column cannot be read, or the file is damaged.
   */
  batches(columns: readonly WantedColumn[]): AsyncGenerator<EventBatch>;
  close(): Promise<void>;
}

/** A column, found in a file. */
interface FoundColumn extends WantedColumn {
  readonly index: number;
  readonly stored: DataType;
}

/**
 * Opens an Arrow IPC file or stream and reads what it says about itself.
 *
 * @param path The file.
 * @returns The open file; close it after use.
 * @throws InputError if it is missing, not Arrow, cut off or damaged.
 */
export async function openArrow(path: string): Promise<ArrowFile> {
  const handle = await onDisk(path, 'read', () => open(path, 'r'));
  try {
    const layout = await readLayout(path, handle);
    if (layout.schema.fields.length > 0) return arrowFile(path, handle, layout);
    throw new InputError(`${path}: the Arrow file has no columns; write it anew.`);
  } catch (error) {
    await handle.close();
    throw error;
  }
}

function arrowFile(path: string, handle: FileHandle, layout: FileLayout): ArrowFile {
  const { schema, batches } = layout;
  const fields = schema.fields.map(({ name, type }) => ({ name, type: type as DataType }));
  return {
    path,
    rows: batches.reduce((sum, batch) => sum + batch.rows, 0),
    fields,
    metadata: schema.metadata,
    problem: (column) => problem(layout, column),
    async *batches(columns) {
      const found = columns.map((column): FoundColumn => {
        const wrong = problem(layout, column);
        if (wrong !== undefined) throw new InputError(`${path}: ${wrong}.`);
        const index = fields.findIndex(({ name }) => name === column.name);
        return { ...column, index, stored: fields[index].type };
      });
      for (const block of batches) yield* readBatch(path, handle, block, found);
    },
    close: () => handle.close(),
  };
}

function problem({ schema, batches }: FileLayout, { name, type }: WantedColumn) {
  const index = schema.fields.findIndex((field) => field.name === name);
  if (index < 0) return `column ${name} is missing`;
  if (schema.fields.findLastIndex((field) => field.name === name) > index) {
    return `column ${name} stands twice`;
  }
  const nulls = batches.reduce((sum, batch) => sum + batch.columns[index].nulls, 0);
  const mismatch = typeMismatch(name, schema.fields[index].type as DataType, type);
  return mismatch ?? (nulls > 0 ? `column ${name} has ${nulls} nulls, expected none` : undefined);
}

async function* readBatch(
  path: string,
  handle: FileHandle,
  { rows, columns: blocks }: BatchBlock,
  wanted: readonly FoundColumn[]
): AsyncGenerator<EventBatch> {
  const readers: ByteReader[] = [];
  for (const { index, stored } of wanted) {
    readers.push(await columnBytes(path, handle, blocks[index], storedBytes(stored, rows)));
  }
  // A batch without events is handed on, as it was written.
  for (let first = 0; first < rows || first === 0; first += BATCH_ROWS) {
    const length = Math.min(BATCH_ROWS, rows - first);
    const columns: Record<string, Column> = {};
    for (const [k, column] of wanted.entries()) {
      const bytes = await takeFrom(path, readers[k], storedBytes(column.stored, length));
      columns[column.name] = convert(path, column, bytes, length, first);
    }
    yield { length, columns };
  }
}

async function takeFrom(path: string, reader: ByteReader, bytes: number): Promise<ArrayBuffer> {
  try {
    return (await reader.take(bytes)).buffer;
  } catch (cause) {
    throw damaged(path, cause);
  }
}

function convert(
  path: string,
  { name, type, stored }: FoundColumn,
  buffer: ArrayBuffer,
  length: number,
  first: number
): Column {
  const column = columnOf(stored, buffer, length, type);
  if (!('row' in column)) return column;
  throw new InputError(
    `${path}: column ${name} is ${column.value} in row ${first + column.row} (counted from 0), ` +
      `expected ${valueRange(type)}.`
  );
}
