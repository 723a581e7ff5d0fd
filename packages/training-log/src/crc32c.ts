/** The Castagnoli polynomial with its bits reversed, as bits are taken from the least significant on. */
const POLYNOMIAL = 0x82f63b78;

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte;
  for (let bit = 0; bit < 8; ++bit) rest = rest & 1 ? (rest >>> 1) ^ POLYNOMIAL : rest >>> 1;
  return rest;
});

/**
 * CRC-32C (Castagnoli) of some bytes. Node's `zlib.crc32` is another one, of the polynomial of Ethernet.
 *
 * @param bytes Any number of bytes.
 * @returns The checksum: a whole number from 0 to 2³² − 1.
 * @see RFC 3720, section 12.1 and appendix B.4
 */
export function crc32c(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = TABLE[(crc ^ byte) & 0xff] ^ (crc >>> 8);
  return ~crc >>> 0;
}

/**
 * CRC-32C as it is stored in a TFRecord file: turned by 15 bits and shifted, so that a checksum of data that hold
 * checksums is not a special case.
 *
 *     masked = ((crc ≫ 15) | (crc ≪ 17)) + a282ead8₁₆   modulo 2³²
 *
 * @param bytes Any number of bytes.
 * @returns The masked checksum: a whole number from 0 to 2³² − 1.
 */
export function maskedCrc32c(bytes: Uint8Array): number {
  const crc = crc32c(bytes);
  return (((crc >>> 15) | (crc << 17)) + 0xa282ead8) >>> 0;
}
