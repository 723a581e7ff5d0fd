import type { FileHandle } from 'node:fs/promises';
import type { Message, Schema } from 'apache-arrow';
import { onDisk } from '../disk/disk-error.ts';
import { readExactly } from '../disk/read-exactly.ts';
import { cutOff, damaged, decoded } from './damage.ts';
import { decodeMessage } from './decode.ts';
import type { FileLayout } from './layout.ts';
import { batchBlock } from './record-batch.ts';
import type { BatchBlock } from './record-batch.ts';

/** Continuation marker and length. */
const PREFIX_BYTES = 8;

/**
 * Goes through an Arrow IPC stream from message to message, without reading the events.
 *
 * @param path Name of the file for messages.
 * @param handle The open file, which begins as a stream does.
 * @returns Its layout.
 * @throws InputError if it is damaged, or ends without saying so.
 */
export async function readStreamLayout(path: string, handle: FileHandle): Promise<FileLayout> {
  const { size } = await onDisk(path, 'read', () => handle.stat());
  const batches: BatchBlock[] = [];
  let schema: Schema | undefined;
  for (let position = 0; ;) {
    const head = await readMessage(path, handle, position, size);
    if (head === undefined) break;
    const { message, body, bodyBytes } = head;
    const end = body + bodyBytes;
    if (end > size) throw cutOff(path);
    decoded(path, () => {
      if (message.isSchema()) schema = message.header();
      else if (message.isRecordBatch() && schema) {
        batches.push(batchBlock(schema, message.header(), body, bodyBytes));
      }
    });
    position = end;
  }
  if (schema === undefined) throw damaged(path, new Error('The stream has no schema.'));
  return { schema, batches };
}

/** The message at a position and where its body stands; undefined at the end of the stream. */
async function readMessage(
  path: string,
  handle: FileHandle,
  position: number,
  size: number
): Promise<{ message: Message; body: number; bodyBytes: number } | undefined> {
  if (position + PREFIX_BYTES > size) throw cutOff(path);
  const prefix = Buffer.from(await readExactly(path, handle, position, PREFIX_BYTES));
  const bytes = prefix.readInt32LE(4);
  if (prefix.readInt32LE(0) !== -1 || bytes < 0) throw damaged(path, new Error('No marker.'));
  if (bytes === 0) return undefined;
  const body = position + PREFIX_BYTES + bytes;
  if (body > size) throw cutOff(path);
  const encoded = await readExactly(path, handle, position + PREFIX_BYTES, bytes);
  return decoded(path, () => {
    const message = decodeMessage(encoded);
    const bodyBytes = message.bodyLength;
    if (bodyBytes < 0) throw new Error('A body has a negative length.');
    return { message, body, bodyBytes };
  });
}
