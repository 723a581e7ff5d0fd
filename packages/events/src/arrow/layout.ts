import type { FileHandle } from 'node:fs/promises';
import { Message } from 'apache-arrow';
import type { MessageHeader, Schema } from 'apache-arrow';
import type { FileBlock } from 'apache-arrow/ipc/metadata/file';
import { readExactly } from '../disk/read-exactly.ts';
import { InputError } from '../errors.ts';
import { cutOff, decoded, readFooter } from './footer.ts';
import { typeMismatch } from './schema.ts';

/** Where the values of one column of one record batch stand. */
export interface ColumnBlock {
  /** Position in the file, in bytes. */
  readonly position: number;
  /** Number of bytes, padding not counted. */
  readonly bytes: number;
}

/** One record batch of a file: its length, and where its columns stand. */
export interface BatchBlock {
  readonly rows: number;
  readonly columns: ReadonlyMap<string, ColumnBlock>;
}

/** What an Arrow file of events says about itself. */
export interface FileLayout {
  readonly schema: Schema;
  readonly batches: readonly BatchBlock[];
}

type BatchHeader = ReturnType<Message<MessageHeader.RecordBatch>['header']>;

/**
 * Reads the footer and the head of every record batch, not the events themselves.
 *
 * @param path Name of the file for messages.
 * @param handle The open file.
 * @returns Its layout.
 * @throws InputError if it is not an Arrow file, is cut off or damaged, or holds what event files may not.
 */
export async function readLayout(path: string, handle: FileHandle): Promise<FileLayout> {
  const { footer, position } = await readFooter(path, handle);
  const { schema } = footer;
  for (const { name, type } of schema.fields) {
    const mismatch = typeMismatch(name, type);
    if (mismatch !== undefined) throw new InputError(`${path}: ${mismatch}.`);
  }
  const batches: BatchBlock[] = [];
  for (const block of footer.recordBatches()) {
    if (block.offset + block.metaDataLength + block.bodyLength > position) throw cutOff(path);
    batches.push(await readBatchBlock(path, handle, schema, block));
  }
  return { schema, batches };
}

async function readBatchBlock(
  path: string,
  handle: FileHandle,
  schema: Schema,
  block: FileBlock
): Promise<BatchBlock> {
  const head = await readExactly(path, handle, block.offset, block.metaDataLength);
  const batch = decoded(path, () => batchHeader(head));
  if (batch.compression !== null) {
    throw new InputError(`${path}: its columns are compressed; write it without compression.`);
  }
  const columns = new Map<string, ColumnBlock>();
  schema.fields.forEach(({ name }, i) => {
    const nullCount = batch.nodes[i].nullCount;
    if (nullCount > 0) {
      throw new InputError(`${path}: column ${name} has ${nullCount} nulls, expected none.`);
    }
    // A flat column is two buffers: validity, which says nothing without nulls, and values.
    const { offset, length } = batch.buffers[2 * i + 1];
    if (offset + length > block.bodyLength) throw cutOff(path);
    columns.set(name, { position: block.offset + block.metaDataLength + offset, bytes: length });
  });
  return { rows: batch.length, columns };
}

function batchHeader(head: Uint8Array): BatchHeader {
  // Files from before Arrow 0.15 lack the continuation marker in front of the length.
  const marker = new DataView(head.buffer).getInt32(0, true);
  const message = Message.decode(head.subarray(marker === -1 ? 8 : 4));
  if (!message.isRecordBatch()) throw new Error('The block is not a record batch.');
  return message.header();
}
