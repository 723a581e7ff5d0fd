import { viewOf } from './glyph-outline.ts';

/** The checksum of a whole font and its adjustment in the table head. */
const MAGIC = 0xb1b0afba;

/**
 * A TrueType font file of its tables.
 *
 * @param tables Tables by their tags; `head` is among them.
 * @returns The file with its checksums.
 * @see OpenType specification 1.9.1, “Organization of an OpenType Font”
 */
export function fontFile(tables: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const entries = Object.entries(tables).sort(([a], [b]) => (a < b ? -1 : 1));
  const sizes = entries.map(([, table]) => padded(table.length));
  const file = new Uint8Array(sizes.reduce((sum, size) => sum + size, 12 + 16 * entries.length));
  const view = viewOf(file);
  writeHead(view, entries.length);
  let offset = 12 + 16 * entries.length;
  let head = 0;
  for (const [i, [tag, table]] of entries.entries()) {
    file.set(table, offset);
    if (tag === 'head') view.setUint32((head = offset) + 8, 0);
    const sum = checksum(view, offset, sizes[i]);
    writeRecord(view, 12 + 16 * i, tag, [sum, offset, table.length]);
    offset += sizes[i];
  }
  view.setUint32(head + 8, MAGIC - checksum(view, 0, file.length));
  return file;
}

function padded(length: number): number {
  return 4 * Math.ceil(length / 4);
}

function writeHead(view: DataView, tables: number): void {
  const power = Math.floor(Math.log2(tables));
  const range = 16 * 2 ** power;
  view.setUint32(0, 0x00010000);
  [tables, range, power, 16 * tables - range].forEach((x, i) => {
    view.setUint16(4 + 2 * i, x);
  });
}

function writeRecord(view: DataView, at: number, tag: string, numbers: readonly number[]): void {
  for (let i = 0; i < 4; ++i) view.setUint8(at + i, tag.charCodeAt(i));
  numbers.forEach((x, i) => {
    view.setUint32(at + 4 + 4 * i, x);
  });
}

/** Sum of the big-endian words, modulo 2³². */
function checksum(view: DataView, from: number, length: number): number {
  let sum = 0;
  for (let i = 0; i < length; i += 4) sum = (sum + view.getUint32(from + i)) >>> 0;
  return sum;
}
