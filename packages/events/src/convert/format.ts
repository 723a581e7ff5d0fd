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
    `${path}: the format is not known by the name; expected one of ${endingsOf(formats)}.`,
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
  const writable = (Object.keys(ENDINGS) as EventFormat[]).filter(
    (each) => !READ_ONLY.includes(each)
  );
  throw new InputError(
    `${path}: ${extname(path)} files are read, not written; expected one of ${endingsOf(writable)}.`,
    { exitCode: 2 }
  );
}

function endingsOf(formats: readonly EventFormat[]): string {
  return formats.flatMap((format) => ENDINGS[format]).join(', ');
}
