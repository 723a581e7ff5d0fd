import type { FileHandle } from 'node:fs/promises';
import { readExactly } from '../disk/read-exactly.ts';

/** Bytes asked of the disk at once. */
const READ_BYTES = 1 << 18;

/** A stretch of a file, read from its beginning, in order, with little memory. */
export class Stretch {
  private readonly path: string;
  private readonly handle: FileHandle;
  private position: number;
  private readonly end: number;
  private waiting = new Uint8Array(0);

  /**
   * @param path Name of the file for messages.
   * @param handle The open file.
   * @param position First byte.
   * @param bytes Number of bytes.
   */
  constructor(path: string, handle: FileHandle, position: number, bytes: number) {
    this.path = path;
    this.handle = handle;
    this.position = position;
    this.end = position + bytes;
  }

  /** Number of bytes not taken yet. */
  get left(): number {
    return this.waiting.length + this.end - this.position;
  }

  /**
   * Takes the next bytes.
   *
   * @param bytes How many.
   * @returns The bytes, not to be written to.
   * @throws RangeError if the stretch has fewer: what it holds is damaged.
   * @throws InputError if the file ends before.
   */
  async take(bytes: number): Promise<Uint8Array> {
    if (bytes > this.left) throw new RangeError(`${bytes} bytes, expected ${this.left} at most.`);
    if (bytes > this.waiting.length) await this.fill(bytes);
    const taken = this.waiting.subarray(0, bytes);
    this.waiting = this.waiting.subarray(bytes);
    return taken;
  }

  private async fill(bytes: number): Promise<void> {
    const kept = this.waiting.length;
    const fresh = Math.min(Math.max(bytes - kept, READ_BYTES), this.end - this.position);
    const read = await readExactly(this.path, this.handle, this.position, fresh);
    this.position += fresh;
    const joined = new Uint8Array(kept + fresh);
    joined.set(this.waiting);
    joined.set(read, kept);
    this.waiting = joined;
  }
}
