import type { Readable } from 'node:stream';

/** Takes bytes from a stream in pieces of any length, no faster than they are asked for. */
export class ExactBytes {
  private readonly stream: Readable;
  private readonly chunks: AsyncIterator<Buffer>;
  private rest: Uint8Array = new Uint8Array(0);

  constructor(stream: Readable) {
    this.stream = stream;
    this.chunks = (stream as AsyncIterable<Buffer>)[Symbol.asyncIterator]();
  }

  /**
   * The next bytes.
   *
   * @param length Number of bytes.
   * @returns The bytes, in a buffer of their own; fewer if the stream ends before.
   */
  async take(length: number): Promise<Uint8Array<ArrayBuffer>> {
    const into = new Uint8Array(length);
    let done = 0;
    while (done < length) {
      if (this.rest.length === 0) {
        const next = await this.chunks.next();
        if (next.done === true) return into.slice(0, done);
        this.rest = next.value;
      }
      const part = this.rest.subarray(0, length - done);
      into.set(part, done);
      done += part.length;
      this.rest = this.rest.subarray(part.length);
    }
    return into;
  }

  /** Lets go of the stream. */
  close(): void {
    this.stream.destroy();
  }
}
