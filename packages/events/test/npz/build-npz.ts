import { writeFileSync } from 'node:fs';
import { crc32 } from 'node:zlib';

/** An array of a test file. */
export interface ArraySpec {
  readonly shape: readonly number[];
  readonly values: ArrayLike<number>;
  /** NumPy type of the header; `<f8`, in which the values are written, if omitted. */
  readonly descr?: string;
  readonly fortran?: boolean;
  /** Version of the format; 1 if omitted. */
  readonly version?: number;
}

/** A NumPy array as a file. */
export function npy({ shape, values, descr = '<f8', fortran, version = 1 }: ArraySpec): Buffer {
  const order = fortran === true ? 'True' : 'False';
  const header = `{'descr': '${descr}', 'fortran_order': ${order}, 'shape': (${shape.join(', ')},), }\n`;
  const length = Buffer.alloc(version === 1 ? 2 : 4);
  length.writeUIntLE(header.length, 0, length.length);
  const preamble = Buffer.from(`\x93NUMPY${String.fromCharCode(version)}\0`, 'latin1');
  const data = Buffer.from(Float64Array.from(values).buffer);
  return Buffer.concat([preamble, length, Buffer.from(header, 'latin1'), data]);
}

/** Writes a zip archive whose members are stored as they are; `flip` changes the byte at this position. */
export function writeStoredZip(
  path: string,
  members: Readonly<Record<string, Buffer>>,
  { flip }: { readonly flip?: number } = {}
): string {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, data] of Object.entries(members)) {
    // Flags, method, time and date are 0; then checksum, sizes and length of the name.
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt32LE(crc32(data), 10);
    common.writeUInt32LE(data.length, 14);
    common.writeUInt32LE(data.length, 18);
    common.writeUInt16LE(name.length, 22);
    const local = [Buffer.from('PK\x03\x04'), common, Buffer.from(name), data];
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    directory.push(Buffer.from('PK\x01\x02\x14\0'), common, place, Buffer.from(name));
    locals.push(...local);
    offset += 30 + name.length + data.length;
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(Object.keys(members).length, 8);
  end.writeUInt16LE(Object.keys(members).length, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  const archive = Buffer.concat([...locals, ...directory, end]);
  if (flip !== undefined) archive[flip] ^= 1;
  writeFileSync(path, archive);
  return path;
}

/** Writes an .npz file of the given arrays. */
export function writeNpz(path: string, arrays: Readonly<Record<string, ArraySpec>>): string {
  const members = Object.entries(arrays).map(([name, spec]) => [`${name}.npy`, npy(spec)] as const);
  return writeStoredZip(path, Object.fromEntries(members));
}
