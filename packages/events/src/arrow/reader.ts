import { open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import type { EventBatch } from '../columns/batch.ts';
import { columnType } from '../columns/column.ts';
import type { Column } from '../columns/column.ts';
import { parseMetadata } from '../columns/metadata.ts';
import type { EventMetadata } from '../columns/metadata.ts';
import { onDisk } from '../disk/disk-error.ts';
import { readExactly } from '../disk/read-exactly.ts';
import { InputError } from '../errors.ts';
import { readLayout } from './layout.ts';
import type { BatchBlock, FileLayout } from './layout.ts';

/** An open Arrow file of events. */
export interface EventFile {
  readonly path: string;
  /** Number of events in the file. */
  readonly rows: number;
  readonly columnNames: readonly string[];
  /** What the file says about all events; an empty sample line if it says nothing. */
  readonly metadata: EventMetadata;
  /**
   * Reads the events batch by batch, as they were written; each batch has arrays of its own.
   *
   * Only the named columns are read from disk.
   *
   * @param names Columns to read; all if omitted.
   * @throws InputError if a column is missing or the file is damaged.
   */
  batches(names?: readonly string[]): AsyncGenerator<EventBatch>;
  /** Closes the file; open iterations fail after it. */
  close(): Promise<void>;
}

/**
 * Opens an Arrow IPC file of events and reads what it says about itself.
 *
 * @param path The file.
 * @returns The open file; close it after use.
 * @throws InputError if it is missing, not an Arrow file, cut off or damaged, or if it holds compressed or
 *  null values, or a column of another type than its name asks for.
 */
export async function openEvents(path: string): Promise<EventFile> {
  const handle = await onDisk(path, 'read', () => open(path, 'r'));
  try {
    const layout = await readLayout(path, handle);
    return eventFile(path, handle, layout);
  } catch (error) {
    await handle.close();
    throw error;
  }
}

function eventFile(path: string, handle: FileHandle, { schema, batches }: FileLayout): EventFile {
  const columnNames = schema.fields.map((field) => field.name);
  return {
    path,
    rows: batches.reduce((sum, batch) => sum + batch.rows, 0),
    columnNames,
    metadata: parseMetadata(path, schema.metadata),
    async *batches(names = columnNames) {
      checkPresent(path, columnNames, names);
      for (const block of batches) yield await readBatch(path, handle, block, names);
    },
    close: () => handle.close(),
  };
}

async function readBatch(
  path: string,
  handle: FileHandle,
  block: BatchBlock,
  names: readonly string[]
): Promise<EventBatch> {
  const columns: Record<string, Column> = {};
  for (const name of names) {
    const { position, bytes } = block.columns.get(name)!;
    const { buffer } = await readExactly(path, handle, position, bytes);
    columns[name] = viewColumn(path, name, buffer, block.rows);
  }
  return { length: block.rows, columns };
}

function viewColumn(path: string, name: string, buffer: ArrayBuffer, rows: number): Column {
  const type = columnType(name);
  const width = type === 'float64' ? 8 : type === 'uint32' ? 4 : 1;
  if (buffer.byteLength < rows * width) {
    const received = `${buffer.byteLength} bytes, expected ${rows * width}`;
    throw new InputError(`${path}: column ${name} has ${received}; write the file anew.`);
  }
  if (type === 'float64') return new Float64Array(buffer, 0, rows);
  return type === 'uint32' ? new Uint32Array(buffer, 0, rows) : new Uint8Array(buffer, 0, rows);
}

function checkPresent(path: string, present: readonly string[], names: readonly string[]): void {
  const missing = names.filter((name) => !present.includes(name));
  if (missing.length === 0) return;
  const subject = `${missing.length > 1 ? 'columns' : 'column'} ${missing.join(', ')}`;
  throw new InputError(`${path}: ${subject} missing; the file has ${present.join(', ')}.`);
}
