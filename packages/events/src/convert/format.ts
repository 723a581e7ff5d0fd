import { InputError } from '../errors.ts';

/** Formats of event files. */
export type EventFormat = 'arrow' | 'csv' | 'lhe';

const ENDINGS: readonly (readonly [string, EventFormat])[] = [
  ['.arrow', 'arrow'],
  ['.csv', 'csv'],
  ['.lhe', 'lhe'],
  ['.lhe.gz', 'lhe'],
];

/**
 * Format of an event file, by the end of its name.
 *
 * @param path The file.
 * @returns Its format.
 * @throws InputError with exit code 2 if the name ends otherwise.
 */
export function eventFormat(path: string): EventFormat {
  const format = ENDINGS.find(([ending]) => path.toLowerCase().endsWith(ending))?.[1];
  if (format !== undefined) return format;
  const known = ENDINGS.map(([ending]) => ending).join(', ');
  throw new InputError(`${path}: the format is not known by the name; expected one of ${known}.`, {
    exitCode: 2,
  });
}
