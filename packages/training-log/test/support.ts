import { expect } from 'vitest';
import { crc32c } from '../src/crc32c.ts';

/** A field of a protocol buffer: its number and what is stored, a number or bytes. */
export type Field = readonly [number, number | Uint8Array];

/** The data of every record of a TFRecord file; fails where a checksum is not that of the bytes. */
export function readRecords(file: Uint8Array): Uint8Array[] {
  const view = new DataView(file.buffer, file.byteOffset, file.length);
  const records: Uint8Array[] = [];
  for (let at = 0; at < file.length;) {
    const data = file.subarray(at + 12, at + 12 + Number(view.getBigUint64(at, true)));
    expect(unmasked(view.getUint32(at + 8, true))).toBe(crc32c(file.subarray(at, at + 8)));
    at += 12 + data.length;
    expect(unmasked(view.getUint32(at, true))).toBe(crc32c(data));
    at += 4;
    records.push(data);
  }
  return records;
}

/** The inverse of the mask: subtract, then turn the other way. */
function unmasked(masked: number): number {
  const turned = (masked - 0xa282ead8) >>> 0;
  return ((turned << 15) | (turned >>> 17)) >>> 0;
}

/** The fields of a protocol buffer by the wire format: varint, fixed64, bytes, fixed32. */
export function readFields(bytes: Uint8Array): Field[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  let at = 0;
  const varint = (): number => {
    let value = 0;
    for (let factor = 1; ; factor *= 128) {
      const byte = bytes[at++];
      value += (byte & 127) * factor;
      if (byte < 128) return value;
    }
  };
  const read: Record<number, () => number | Uint8Array> = {
    0: varint,
    1: () => view.getFloat64((at += 8) - 8, true),
    2: () => {
      const length = varint();
      return bytes.subarray(at, (at += length));
    },
    5: () => view.getFloat32((at += 4) - 4, true),
  };
  const fields: Field[] = [];
  while (at < bytes.length) {
    const key = varint();
    fields.push([Math.floor(key / 8), read[key % 8]()]);
  }
  return fields;
}
