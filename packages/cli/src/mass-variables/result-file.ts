import { statSync } from 'node:fs';
import { eventEndings, eventFormat } from '@deelema/events';
import { ConfigError } from '@deelema/workflow';
import { listed } from '../event-files/text.ts';

/**
 * Ends of the names of files that results can be written to: those of all formats with columns.
 *
 * @returns E.g. `.arrow`, `.csv.gz`.
 */
export function resultEndings(): string[] {
  return eventEndings('written').filter((ending) => !ending.startsWith('.lhe'));
}

/**
 * Refuses a file for results that would be in vain, or would cost the events.
 *
 * @param out Where the results shall go.
 * @param events The event file that is read.
 * @param results What the results are called.
 * @throws ConfigError if `out` is the event file itself, or has no columns.
 * @throws InputError with exit code 2 if its format is not known.
 */
export function checkResultFile(out: string, events: string, results = 'mass variables'): void {
  if (eventFormat(out) === 'lhe') {
    throw new ConfigError(
      `${out}: an LHE file has no place for ${results}; expected a name that ends with ${listed(resultEndings())}.`
    );
  }
  if (isSameFile(out, events)) {
    throw new ConfigError(
      `${out} is the event file itself, which the results would replace: expected another name.`
    );
  }
}

/** Links and other ways to write a path lead to the same file, too. */
function isSameFile(first: string, second: string): boolean {
  const [a, b] = [first, second].map((path) =>
    statSync(path, { bigint: true, throwIfNoEntry: false })
  );
  return a !== undefined && a.ino === b?.ino && a.dev === b.dev;
}
