import {
  AsyncByteQueue,
  Float64,
  makeData,
  RecordBatch,
  RecordBatchFileWriter,
  Struct,
  Uint32,
  Uint8,
} from 'apache-arrow';
import type { Data, Schema } from 'apache-arrow';
import type { EventBatch } from '../columns/batch.ts';
import type { EventWriter } from '../columns/event-writer.ts';
import type { EventMetadata } from '../columns/metadata.ts';
import type { Column } from '../columns/column.ts';
import { columnType, storedType } from '../columns/column.ts';
import { createByteFile } from '../disk/byte-file.ts';
import type { ByteSink } from '../disk/byte-file.ts';
import { eventSchema } from './schema.ts';

/** What a file of events declares before the first event. */
export interface EventWriterOptions extends EventMetadata {
  /** Column names, in the order of the file. */
  readonly columns: readonly string[];
}

/** Hands out what the Arrow writer has encoded, so that each batch is on disk before the next is made. */
class EncodedChunks extends AsyncByteQueue {
  take(): Uint8Array[] {
    return this._values.splice(0);
  }
}

/**
 * Creates an Arrow IPC file of events, or replaces the one that is there.
 *
 * The bytes depend on the columns, the sample line and the batches alone. One batch is in memory at a time.
 *
 * @param path The file; its folder must exist.
 * @param options Columns and sample line.
 * @returns The writer; call `close` or `abort` in any case.
 * @throws InputError if the file cannot be created.
 * @throws RangeError if a column is declared twice.
 */
export async function createEventWriter(
  path: string,
  options: EventWriterOptions
): Promise<EventWriter> {
  const schema = eventSchema(checkDistinct(options.columns), options);
  const sink = await createByteFile(path);
  const arrow = new RecordBatchFileWriter();
  const chunks = new EncodedChunks();
  arrow.reset(chunks, schema);
  return {
    async write(batch) {
      arrow.write(recordBatch(schema, batch));
      await drain(chunks, sink);
    },
    async close() {
      arrow.close();
      try {
        await drain(chunks, sink);
      } catch (error) {
        await sink.abort();
        throw error;
      }
      await sink.close();
    },
    abort: () => sink.abort(),
  };
}

async function drain(chunks: EncodedChunks, sink: ByteSink): Promise<void> {
  for (const chunk of chunks.take()) await sink.write(chunk);
}

/** Without a copy: the Arrow batch views the given columns. */
function recordBatch(schema: Schema, batch: EventBatch): RecordBatch {
  const { length } = batch;
  const children = schema.fields.map(({ name }) => {
    checkColumn(batch, name);
    return columnData(batch.columns[name]);
  });
  const type = new Struct(schema.fields);
  return new RecordBatch(schema, makeData({ type, length, nullCount: 0, children }));
}

function columnData(data: Column): Data {
  const { length } = data;
  if (data instanceof Float64Array) {
    return makeData({ type: new Float64(), length, nullCount: 0, data });
  }
  if (data instanceof Uint32Array) {
    return makeData({ type: new Uint32(), length, nullCount: 0, data });
  }
  return makeData({ type: new Uint8(), length, nullCount: 0, data });
}

function checkColumn(batch: EventBatch, name: string): void {
  const column = batch.columns[name];
  if (column === undefined) throw new RangeError(`Column ${name} is declared but not written.`);
  if (column.length !== batch.length) {
    throw new RangeError(`Column ${name} has ${column.length} events, expected ${batch.length}.`);
  }
  if (storedType(column) !== columnType(name)) {
    throw new TypeError(`Column ${name} is ${storedType(column)}, expected ${columnType(name)}.`);
  }
}

function checkDistinct(columns: readonly string[]): readonly string[] {
  const twice = columns.find((name, i) => columns.indexOf(name) !== i);
  if (twice !== undefined) throw new RangeError(`Column ${twice} is declared twice.`);
  return columns;
}
