import {
  AsyncByteQueue,
  Message,
  RecordBatchFileWriter,
  RecordBatchStreamWriter,
} from 'apache-arrow';
import type { RecordBatch, Schema } from 'apache-arrow';
import { closeAfter, createByteFile } from '../disk/byte-file.ts';
import type { Container } from './container.ts';
import { withEntries } from './schema.ts';

/** One Arrow file being written. */
export interface PieceWriter {
  /** Bytes written up to now. */
  readonly bytes: number;
  write(batch: RecordBatch): Promise<void>;
  /**
   * Ends the file.
   *
   * @param entries Further metadata entries for the copy of the schema at its end; a stream has none.
   */
  close(entries?: Readonly<Record<string, string>>): Promise<void>;
  /** Closes what is open and leaves the incomplete file where it is. */
  abort(): Promise<void>;
}

/** Hands out what the Arrow writer has encoded, so that each batch is on disk before the next is made. */
class EncodedChunks extends AsyncByteQueue {
  take(): Uint8Array[] {
    return this._values.splice(0);
  }
}

/**
 * Writes the schema at both ends of a file; the copy in the footer may say more. apache-arrow 21.2.0 leaves it out at
 * the beginning, where readers in order look for it and the format demands it.
 */
class FileWriter extends RecordBatchFileWriter {
  ending: Readonly<Record<string, string>> = {};

  protected override _writeSchema(schema: Schema): this {
    return super._writeSchema(schema)._writeMessage(Message.from(schema));
  }

  protected override _writeFooter(schema: Schema): this {
    return super._writeFooter(withEntries(schema, this.ending));
  }
}

/**
 * Creates an Arrow file, or empties the one that is there.
 *
 * @param path The file; its folder must exist.
 * @param schema Its schema.
 * @param container Whether it ends with a footer.
 * @returns The writer.
 * @throws InputError if the system refuses, here and in every later call.
 */
export async function createPiece(
  path: string,
  schema: Schema,
  container: Container
): Promise<PieceWriter> {
  const sink = await createByteFile(path);
  const arrow = container === 'file' ? new FileWriter() : new RecordBatchStreamWriter();
  const chunks = new EncodedChunks();
  arrow.reset(chunks, schema);
  let bytes = 0;
  const drain = async () => {
    for (const chunk of chunks.take()) {
      await sink.write(chunk);
      bytes += chunk.byteLength;
    }
  };
  return {
    get bytes() {
      return bytes;
    },
    async write(batch) {
      arrow.write(batch);
      await drain();
    },
    async close(entries = {}) {
      if (arrow instanceof FileWriter) arrow.ending = entries;
      arrow.close();
      await closeAfter(sink, drain);
    },
    abort: () => sink.abort(),
  };
}
