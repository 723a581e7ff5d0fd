import type { FileHandle } from 'node:fs/promises';
import type { Schema } from 'apache-arrow';
import type { FileBlock } from 'apache-arrow/ipc/metadata/file';
import { readExactly } from '../disk/read-exactly.ts';
import { containerOf } from './container.ts';
import { cutOff, damaged, decoded } from './damage.ts';
import { decodeMessage } from './decode.ts';
import { readFooter } from './footer.ts';
import { batchBlock } from './record-batch.ts';
import type { BatchBlock } from './record-batch.ts';
import { readStreamLayout } from './stream-layout.ts';

/** What an Arrow file says about itself. */
export interface FileLayout {
  /** As it stands at the end of a file, or at the beginning of a stream. */
  readonly schema: Schema;
  readonly batches: readonly BatchBlock[];
}

/**
 * Reads the schema and the head of every record batch, not the events themselves.
 *
 * @param path Name of the file for messages.
 * @param handle The open file.
 * @returns Its layout.
 * @throws InputError if it is not Arrow, cut off or damaged.
 */
export async function readLayout(path: string, handle: FileHandle): Promise<FileLayout> {
  if ((await containerOf(path, handle)) === 'stream') return readStreamLayout(path, handle);
  const { footer, position } = await readFooter(path, handle);
  const { schema } = footer;
  const batches: BatchBlock[] = [];
  for (const block of decoded(path, () => [...footer.recordBatches()])) {
    const { offset, metaDataLength, bodyLength } = block;
    if (offset < 0 || metaDataLength < 0 || bodyLength < 0)
      throw damaged(path, 'A place is negative.');
    if (offset + metaDataLength + bodyLength > position) throw cutOff(path);
    batches.push(await readBatchBlock(path, handle, schema, block));
  }
  return { schema, batches };
}

async function readBatchBlock(
  path: string,
  handle: FileHandle,
  schema: Schema,
  { offset, metaDataLength, bodyLength }: FileBlock
): Promise<BatchBlock> {
  const head = await readExactly(path, handle, offset, metaDataLength);
  return decoded(path, () => {
    // Files from before Arrow 0.15 lack the continuation marker in front of the length.
    const marker = new DataView(head.buffer).getInt32(0, true);
    const message = decodeMessage(head.subarray(marker === -1 ? 8 : 4));
    if (!message.isRecordBatch()) throw new Error('The block is not a record batch.');
    return batchBlock(schema, message.header(), offset + metaDataLength, bodyLength);
  });
}
