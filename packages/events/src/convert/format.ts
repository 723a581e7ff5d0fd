import { extname } from 'node:path';
import { InputError } from '../errors.ts';

/** Formats of event files. */
export type EventFormat = 'arrow' | 'csv' | 'lhe' | 'parquet' | 'npz' | 'root';

/** Ends of names, by format; the first is the usual one. */
export const ENDINGS: Readonly<Record<EventFormat, readonly string[]>> = {
  arrow: ['.arrow', '.feather', '.arrows'],
  csv: ['.csv', '.csv.gz'],
  lhe: ['.lhe', '.lhe.gz'],
  parquet: ['.parquet'],
  npz: ['.npz'],
  root: ['.root'],
};

/** Formats that are read and not written. */
const READ_ONLY: readonly EventFormat[] = ['npz', 'root'];

/**
 * Format of an event file, by the end of its name.
 *
 * @param path The file.
 * @returns Its format.
 * @throws InputError with exit code 2 if the name ends otherwise.
 */
export function eventFormat(path: string): EventFormat {
  const name = path.toLowerCase();
  const formats = Object.keys(ENDINGS) as EventFormat[];
  const format = formats.find((each) => ENDINGS[each].some((ending) => name.endsWith(ending)));
  if (format !== undefined) return format;
  throw new InputError(
    `${path}: the format is not known by the name; expected one of ${eventEndings('read').join(', ')}.`,
    { exitCode: 2 }
  );
}

/**
 * Format of an event file to be written.
 *
 * @param path The file.
 * @returns Its format.
 * @throws InputError with exit code 2 if the name ends otherwise, or the format is only read.
 */
export function writtenFormat(path: string): Exclude<EventFormat, 'npz' | 'root'> {
  const format = eventFormat(path);
  if (format !== 'npz' && format !== 'root') return format;
  const expected = eventEndings('written').join(', ');
  throw new InputError(
    `${path}: ${extname(path)} files are read, not written; expected one of ${expected}.`,
    { exitCode: 2 }
  );
}

/**
 * Ends of the names of event files.
 *
 * @param use Whether they shall be read or written.
 * @returns E.g. `.arrow`, `.csv.gz`; the usual one of each format first.
 */
export function eventEndings(use: 'read' | 'written'): string[] {
  const formats = Object.keys(ENDINGS) as EventFormat[];
  const wanted = formats.filter((format) => use === 'read' || !READ_ONLY.includes(format));
  return wanted.flatMap((format) => ENDINGS[format]);
}
