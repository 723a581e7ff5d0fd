import { MEASURED } from '@deelema/baseline';
import { type EventSource, InputError } from '@deelema/events';

/** Names listed at most, and characters of each. */
const MOST = 20;
const LONGEST = 40;

/**
 * Refuses a file that lacks what results are made of.
 *
 * @param path The file.
 * @param source Its format, its columns under our names and under others.
 * @param needed Columns that must be there; those of mass variables if omitted.
 * @throws InputError naming what is missing and what is there.
 */
export function checkMeasured(
  path: string,
  { format, columnNames, ignored }: Pick<EventSource, 'format' | 'columnNames' | 'ignored'>,
  needed: readonly string[] = MEASURED
): void {
  const missing = needed.filter((name) => !columnNames.includes(name));
  if (missing.length === 0) return;
  const subject = `${missing.length > 1 ? 'columns' : 'column'} ${missing.join(', ')}`;
  const there = [...columnNames.filter((name) => name !== 'event'), ...ignored];
  const names = there.slice(0, MOST).map(printable).join(', ');
  const remedy =
    format === 'npz'
      ? 'add an array ptmiss of n rows and 2 columns, x and y'
      : 'say with --columns map.yaml which column is which';
  throw new InputError(`${path}: ${subject} missing; it has ${names || 'no others'}; ${remedy}.`);
}

/** What a binary file has for names would garble the terminal. */
function printable(name: string): string {
  const text = name.replace(/[\p{Cc}\p{Cf}\ufffd]+/gu, '.');
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
