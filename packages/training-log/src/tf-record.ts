import { maskedCrc32c } from './crc32c.ts';

/** Bytes around the data of a record: length and its checksum before, the checksum of the data behind. */
const HEAD = 12;
const FOOT = 4;

/**
 * A TFRecord file: records one behind the other, all numbers little-endian.
 *
 *     uint64 length | uint32 masked CRC-32C of the length | data | uint32 masked CRC-32C of the data
 *
 * @param records The data of each record.
 * @returns The bytes of the file.
 */
export function tfRecords(records: readonly Uint8Array[]): Uint8Array {
  const sizes = records.map(({ length }) => HEAD + length + FOOT);
  const file = new Uint8Array(sizes.reduce((sum, size) => sum + size, 0));
  let at = 0;
  records.forEach((data, i) => {
    fillRecord(file.subarray(at, (at += sizes[i])), data);
  });
  return file;
}

function fillRecord(record: Uint8Array, data: Uint8Array): void {
  const view = new DataView(record.buffer, record.byteOffset, record.length);
  view.setBigUint64(0, BigInt(data.length), true);
  view.setUint32(8, maskedCrc32c(record.subarray(0, 8)), true);
  record.set(data, HEAD);
  view.setUint32(HEAD + data.length, maskedCrc32c(data), true);
}
