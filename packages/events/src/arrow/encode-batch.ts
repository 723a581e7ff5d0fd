import { Float64, makeData, RecordBatch, Struct, Uint32, Uint8 } from 'apache-arrow';
import type { Data, Schema } from 'apache-arrow';
import type { EventBatch } from '../columns/batch.ts';
import { checkedColumn } from '../columns/checked-column.ts';
import type { Column } from '../columns/column.ts';

/** What frames a buffer: its padding and its entries in the heads of the batch. */
const BUFFER_BYTES = 128;

/**
 * Makes an Arrow record batch of events, without a copy: it views the given columns.
 *
 * @param schema Schema of the file.
 * @param batch Events with at least its columns.
 * @returns The record batch.
 * @throws RangeError or TypeError if a column is missing, of another length or type.
 */
export function recordBatch(schema: Schema, batch: EventBatch): RecordBatch {
  const { length } = batch;
  const children = schema.fields.map(({ name }) => columnData(checkedColumn(batch, name)));
  const type = new Struct(schema.fields);
  return new RecordBatch(schema, makeData({ type, length, nullCount: 0, children }));
}

/**
 * Largest number of bytes that a batch takes in a file.
 *
 * @param schema Schema of the file.
 * @param batch Events with at least its columns.
 */
export function encodedBytes(schema: Schema, { columns }: EventBatch): number {
  const values = schema.fields.map(({ name }) => columns[name]?.byteLength ?? 0);
  return values.reduce((sum, bytes) => sum + bytes + BUFFER_BYTES, 1024);
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
