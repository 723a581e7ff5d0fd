import { unpackLz4Block } from './lz4-block.ts';
import type { Stretch } from './stretch.ts';

const MAGIC = 0x184d2204;
/** Linked blocks refer to bytes so far back. */
const HISTORY = 1 << 16;
/** Largest length of an unpacked block, by the code in the header. */
const BLOCK_BYTES: Readonly<Record<number, number>> = {
  4: 1 << 16,
  5: 1 << 18,
  6: 1 << 20,
  7: 1 << 22,
};
const UNPACKED = 0x80000000;

interface FrameHeader {
  readonly blockBytes: number;
  readonly linked: boolean;
  readonly blockChecksums: boolean;
  readonly contentChecksum: boolean;
}

/**
 * Unpacks LZ4 frames block by block, so that memory does not grow with them.
 *
 * Checksums are passed over, as Arrow's own writers make none.
 *
 * @param packed One or more frames.
 * @returns Stretches of unpacked bytes; each is valid until the next is asked for.
 * @throws RangeError if the frames are damaged.
 * @see LZ4 Frame Format Description 1.6, lz4.org.
 */
export async function* unpackLz4(packed: Stretch): AsyncGenerator<Uint8Array> {
  while (packed.left > 0) yield* unpackFrame(packed, await readHeader(packed));
}

async function readHeader(packed: Stretch): Promise<FrameHeader> {
  if ((await readUint32(packed)) !== MAGIC) throw damaged('it does not begin as one');
  const [flags, block] = await packed.take(2);
  const [hasSize, hasDictionary] = [flags & 8, flags & 1];
  const blockBytes = BLOCK_BYTES[(block >> 4) & 7];
  if (flags >> 6 !== 1 || hasDictionary || blockBytes === undefined) {
    throw damaged('its header is of an unknown version');
  }
  // Length of the content, checksum of the header.
  await packed.take((hasSize ? 8 : 0) + 1);
  return {
    blockBytes,
    linked: (flags & 32) === 0,
    blockChecksums: (flags & 16) !== 0,
    contentChecksum: (flags & 4) !== 0,
  };
}

async function* unpackFrame(packed: Stretch, header: FrameHeader): AsyncGenerator<Uint8Array> {
  const out = new Uint8Array(HISTORY + header.blockBytes);
  let history = 0;
  for (;;) {
    const size = await readUint32(packed);
    if (size === 0) break;
    const block = await packed.take(size & 0x7fffffff);
    const end = size >= UNPACKED ? copy(block, out, history) : unpackLz4Block(block, out, history);
    yield out.subarray(history, end);
    if (header.blockChecksums) await packed.take(4);
    const kept = header.linked ? Math.min(end, HISTORY) : 0;
    out.copyWithin(0, end - kept, end);
    history = kept;
  }
  if (header.contentChecksum) await packed.take(4);
}

function copy(block: Uint8Array, out: Uint8Array, from: number): number {
  if (from + block.length > out.length) throw damaged('a block is too long');
  out.set(block, from);
  return from + block.length;
}

async function readUint32(packed: Stretch): Promise<number> {
  const bytes = await packed.take(4);
  return new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
}

function damaged(why: string): RangeError {
  return new RangeError(`The LZ4 frame is damaged: ${why}.`);
}
