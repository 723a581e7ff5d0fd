import { inflateSync } from 'node:zlib';
import { decompressLz4Raw, decompressZstd } from 'hyparquet-compressors';
import type { Jsroot } from './jsroot.ts';

/** Codec, and the lengths of a block packed and unpacked, three bytes each. */
const HEAD_BYTES = 9;
/** A checksum in front of LZ4 data. */
const LZ4_SUM_BYTES = 8;

/**
 * Unpacks what ROOT packed in one or more blocks of at most 16 MB.
 *
 * zlib of Node is several times faster than that of jsroot, which is left the rest: LZMA, and the codec of ROOT 3.
 *
 * @param jsroot Its module for files.
 * @param packed The blocks, one behind the other, and what stands before them.
 * @param position Where the first block begins.
 * @param length Number of bytes unpacked.
 * @returns The bytes.
 * @throws Error if the blocks are damaged.
 * @see core/zip/src/RZip.cxx of ROOT
 */
export async function unpack(
  jsroot: Jsroot,
  packed: DataView<ArrayBuffer>,
  position: number,
  length: number
): Promise<DataView<ArrayBuffer>> {
  const whole = new Uint8Array(length);
  let done = 0;
  for (let at = position; done < length;) {
    const packedBytes = littleEndian24(packed, at + 3);
    const bytes = littleEndian24(packed, at + 6);
    const block = await unpackBlock(jsroot, packed, at, packedBytes, bytes);
    if (block.length !== bytes || bytes === 0) throw new Error('a packed block has another length');
    whole.set(block, done);
    done += bytes;
    at += HEAD_BYTES + packedBytes;
  }
  return new DataView(whole.buffer);
}

async function unpackBlock(
  jsroot: Jsroot,
  view: DataView<ArrayBuffer>,
  at: number,
  packedBytes: number,
  bytes: number
): Promise<Uint8Array> {
  const data = new Uint8Array(view.buffer, view.byteOffset + at + HEAD_BYTES, packedBytes);
  switch (String.fromCharCode(view.getUint8(at), view.getUint8(at + 1))) {
    case 'ZL':
      return inflateSync(data, { maxOutputLength: bytes });
    case 'L4':
      return decompressLz4Raw(data.subarray(LZ4_SUM_BYTES), bytes);
    case 'ZS':
      return decompressZstd(data, new Uint8Array(bytes));
    default: {
      const block = new DataView(view.buffer, view.byteOffset + at, HEAD_BYTES + packedBytes);
      const unpacked = await jsroot.R__unzip(block, bytes, true, 0);
      if (unpacked === null) throw new Error('a packed block cannot be unpacked');
      return new Uint8Array(unpacked.buffer, unpacked.byteOffset, unpacked.byteLength);
    }
  }
}

function littleEndian24(view: DataView, at: number): number {
  return view.getUint16(at, true) + 65_536 * view.getUint8(at + 2);
}
