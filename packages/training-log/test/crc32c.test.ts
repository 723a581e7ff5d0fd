import { describe, expect, it } from 'vitest';
import { crc32c, maskedCrc32c } from '../src/crc32c.ts';

/** An iSCSI read command of RFC 3720. */
const COMMAND =
  '01c00000000000000000000000000000140000000000040000000014000000182800000000000000' +
  '0200000000000000';

describe('crc32c', () => {
  it.each([
    ['32 bytes of zeros (RFC 3720, B.4)', new Uint8Array(32), 0x8a9136aa],
    ['32 bytes of ones (RFC 3720, B.4)', new Uint8Array(32).fill(0xff), 0x62a8ab43],
    ['bytes 0 to 31 (RFC 3720, B.4)', Uint8Array.from({ length: 32 }, (_, i) => i), 0x46dd794e],
    [
      'bytes 31 to 0 (RFC 3720, B.4)',
      Uint8Array.from({ length: 32 }, (_, i) => 31 - i),
      0x113fdb5c,
    ],
    ['an iSCSI read command (RFC 3720, B.4)', Buffer.from(COMMAND, 'hex'), 0xd9963a56],
    ['"123456789" (check value of CRC catalogues)', Buffer.from('123456789'), 0xe3069283],
    ['nothing', new Uint8Array(0), 0],
  ])('of %s', (_, bytes, expected) => {
    expect(crc32c(bytes)).toBe(expected);
  });
});

describe('maskedCrc32c', () => {
  it('of the length 24, as in the first twelve bytes of every event file TensorFlow writes', () => {
    // 18 00 00 00 00 00 00 00 a3 7f 4b 22: time and version fill 24 bytes.
    const length = Uint8Array.of(24, 0, 0, 0, 0, 0, 0, 0);
    expect(maskedCrc32c(length)).toBe(0x224b7fa3);
  });
});
