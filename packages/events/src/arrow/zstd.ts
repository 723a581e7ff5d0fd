import { Decompress } from 'fzstd';
import type { Stretch } from './stretch.ts';

/** Packed bytes unpacked at once. */
const STEP_BYTES = 1 << 16;

/**
 * Unpacks Zstandard frames stretch by stretch, so that memory does not grow with them.
 *
 * @param packed One or more frames.
 * @returns Stretches of unpacked bytes.
 * @throws Error if the frames are damaged or end too early.
 */
export async function* unpackZstd(packed: Stretch): AsyncGenerator<Uint8Array> {
  let unpacked: Uint8Array[] = [];
  const decompress = new Decompress((bytes) => unpacked.push(bytes));
  while (packed.left > 0) {
    const step = await packed.take(Math.min(packed.left, STEP_BYTES));
    // The decompressor keeps what it cannot use yet, and must not share it with us.
    decompress.push(step.slice(), packed.left === 0);
    yield* unpacked;
    unpacked = [];
  }
}
