import { InputError } from '../errors.ts';
import type { EventFormat } from './format.ts';
import type { SourceOptions } from './source.ts';

/** Options that only some formats have a use for. */
const USED_BY = {
  columns: ['csv', 'arrow', 'parquet', 'root'],
  unit: ['csv', 'arrow', 'parquet', 'root', 'npz'],
  tree: ['root'],
  pairing: ['npz'],
} as const satisfies Partial<Record<keyof SourceOptions, readonly EventFormat[]>>;

const MEANING: Readonly<Record<keyof typeof USED_BY, string>> = {
  columns: 'a column map is given, but',
  unit: 'a unit is given, but',
  tree: 'the name of a tree is given, but only ROOT files have trees and',
  pairing: 'a pairing is given, but only .npz files need one and',
};

/**
 * Refuses options that mean nothing for a format, for whoever gives them expects something of them.
 *
 * @param path The file.
 * @param format Its format.
 * @param options How it shall be read.
 * @throws InputError with exit code 2 if an option has no use.
 */
export function checkOptions(path: string, format: EventFormat, options: SourceOptions): void {
  for (const key of Object.keys(USED_BY) as (keyof typeof USED_BY)[]) {
    const formats: readonly EventFormat[] = USED_BY[key];
    if (options[key] === undefined || formats.includes(format)) continue;
    throw new InputError(
      `${path}: ${MEANING[key]} this is a file of the format ${format}; leave it out.`,
      { exitCode: 2 }
    );
  }
}
