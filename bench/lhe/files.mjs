// @ts-check
import { createReadStream, createWriteStream, readFileSync, writeFileSync } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGunzip, gunzipSync, gzipSync } from 'node:zlib';

/**
 * Writes the events of a file several times over, packed, as gzip members one after the other.
 *
 * @param {string} from A small packed file.
 * @param {string} to
 * @param {number} copies
 */
export function writeRepeated(from, to, copies) {
  const text = gunzipSync(readFileSync(from));
  const [first, end] = [text.indexOf('<event>'), text.indexOf('</LesHouchesEvents>')];
  const [head, events, tail] = [
    text.subarray(0, first),
    text.subarray(first, end),
    text.subarray(end),
  ].map((part) => gzipSync(part));
  const body = Array.from({ length: copies }, () => events ?? Buffer.alloc(0));
  writeFileSync(to, Buffer.concat([head ?? Buffer.alloc(0), ...body, tail ?? Buffer.alloc(0)]));
}

/**
 * @param {string} packed
 * @param {string} plain
 */
export async function writeUnpacked(packed, plain) {
  await pipeline(createReadStream(packed), createGunzip(), createWriteStream(plain));
}
