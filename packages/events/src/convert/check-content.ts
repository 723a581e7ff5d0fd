import { open } from 'node:fs/promises';
import { onDisk } from '../disk/disk-error.ts';
import { InputError } from '../errors.ts';
import { ENDINGS } from './format.ts';
import type { EventFormat } from './format.ts';

/** What files begin with, byte by byte as Latin-1; CSV may begin with anything. */
const BEGINNINGS: readonly (readonly [beginning: string, format: EventFormat])[] = [
  ['ARROW1', 'arrow'],
  ['\xff\xff\xff\xff', 'arrow'],
  ['PAR1', 'parquet'],
  ['PK\x03\x04', 'npz'],
  ['root\0', 'root'],
  ['<LesHouchesEvents', 'lhe'],
];

const NAMES: Readonly<Record<EventFormat, string>> = {
  arrow: 'an Arrow file',
  csv: 'a CSV file',
  lhe: 'a file of Les Houches events',
  parquet: 'a Parquet file',
  npz: 'a zip archive (.npz)',
  root: 'a ROOT file',
};

const GZIP = '\x1f\x8b';
/** Formats that are read packed with gzip, too. */
const UNPACKED: readonly EventFormat[] = ['csv', 'lhe'];
const LONGEST = Math.max(...BEGINNINGS.map(([beginning]) => beginning.length));

/**
 * Refuses a file that is plainly of another format than its name says.
 *
 * @param path The file.
 * @param format What its name says.
 * @throws InputError with exit code 2 that says what it is; nothing if it may be what its name says.
 */
export async function checkContent(path: string, format: EventFormat): Promise<void> {
  const head = await firstBytes(path);
  if (head.startsWith(GZIP) && !UNPACKED.includes(format)) {
    const message = `${path} is packed with gzip, expected ${NAMES[format]}; unpack it first.`;
    throw new InputError(message, { exitCode: 2 });
  }
  const found = BEGINNINGS.find(([beginning]) => head.startsWith(beginning))?.[1];
  if (found === undefined || found === format) return;
  const ending = ENDINGS[found][0];
  throw new InputError(
    `${path} is ${NAMES[found]}, expected ${NAMES[format]} by its name; rename it to end with ${ending}.`,
    { exitCode: 2 }
  );
}

async function firstBytes(path: string): Promise<string> {
  const handle = await onDisk(path, 'read', () => open(path, 'r'));
  try {
    const read = () => handle.read(Buffer.alloc(LONGEST), 0, LONGEST, 0);
    const { buffer, bytesRead } = await onDisk(path, 'read', read);
    return buffer.toString('latin1', 0, bytesRead);
  } finally {
    await handle.close();
  }
}
