/** Values of a column as bytes, read from its beginning, in order. */
export interface ByteReader {
  /**
   * Takes the next bytes, in a buffer of their own.
   *
   * @throws InputError or RangeError if there are fewer, or what is packed is damaged.
   */
  take(bytes: number): Promise<Uint8Array<ArrayBuffer>>;
}

/**
 * Reads from what comes in stretches of any length.
 *
 * @param stretches The bytes.
 * @returns Their reader.
 */
export function readerOf(stretches: AsyncGenerator<Uint8Array>): ByteReader {
  let waiting: Uint8Array = new Uint8Array(0);
  return {
    async take(bytes) {
      const out = new Uint8Array(bytes);
      for (let done = 0; done < bytes;) {
        if (waiting.length === 0) {
          const next = await stretches.next();
          if (next.done) throw new RangeError(`${done} bytes, expected ${bytes}.`);
          waiting = next.value;
        }
        const part = waiting.subarray(0, bytes - done);
        out.set(part, done);
        waiting = waiting.subarray(part.length);
        done += part.length;
      }
      return out;
    },
  };
}
