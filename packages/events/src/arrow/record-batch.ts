import { CompressionType } from 'apache-arrow';
import type { DataType, Message, MessageHeader, Schema } from 'apache-arrow';
import { footprint } from './flat-layout.ts';
import type { ColumnBlock, Packing } from './column-bytes.ts';

/** One record batch of a file: its length, and where its columns stand. */
export interface BatchBlock {
  readonly rows: number;
  /** By the number of the column in the schema. */
  readonly columns: readonly (ColumnBlock & { readonly nulls: number })[];
}

type BatchHeader = ReturnType<Message<MessageHeader.RecordBatch>['header']>;

/**
 * Says where the columns of a record batch stand.
 *
 * @param schema Schema of the file.
 * @param batch Head of the record batch.
 * @param body Position of its body in the file.
 * @param bodyBytes Length of the body.
 * @returns Where the values of every column stand; of columns that are not flat numbers, a position without use.
 * @throws Error if the head is damaged.
 */
export function batchBlock(
  schema: Schema,
  batch: BatchHeader,
  body: number,
  bodyBytes: number
): BatchBlock {
  if (batch.length < 0) throw new Error('A batch has a negative length.');
  const packing = packingOf(batch);
  let [node, buffer, view] = [0, 0, 0];
  const columns = schema.fields.map(({ type }) => {
    const print = footprint(type as DataType);
    const { length, nullCount } = batch.nodes[node];
    if (length !== batch.length) throw new Error('A column is of another length than its batch.');
    // A flat column is two buffers: validity, which says nothing without nulls, and values.
    const values = print.buffers > 1 ? batch.buffers[buffer + 1] : { offset: 0, length: 0 };
    const outside =
      values.offset < 0 || values.length < 0 || values.offset + values.length > bodyBytes;
    if (outside) throw new Error('A buffer leaves its batch.');
    node += print.nodes;
    buffer += print.buffers;
    for (let i = 0; i < print.views; i++) buffer += batch.variadicBufferCounts[view++];
    return { position: body + values.offset, bytes: values.length, packing, nulls: nullCount };
  });
  return { rows: batch.length, columns };
}

function packingOf({ compression }: BatchHeader): Packing | undefined {
  if (compression === null) return undefined;
  return compression.type === CompressionType.ZSTD ? 'zstd' : 'lz4';
}
