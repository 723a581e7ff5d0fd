import { MEASURED } from '@deelema/baseline';
import { InputError } from '@deelema/events';

/**
 * Refuses a file that lacks what mass variables are made of.
 *
 * @param path The file.
 * @param present Its columns, under our names.
 * @param ignored Its columns under other names.
 * @throws InputError naming what is missing and what is there.
 */
export function checkMeasured(
  path: string,
  present: readonly string[],
  ignored: readonly string[]
): void {
  const missing = MEASURED.filter((name) => !present.includes(name));
  if (missing.length === 0) return;
  const subject = `${missing.length > 1 ? 'columns' : 'column'} ${missing.join(', ')}`;
  const there = [...present.filter((name) => name !== 'event'), ...ignored].slice(0, 20);
  throw new InputError(
    `${path}: ${subject} missing; it has ${there.join(', ') || 'no others'}; say with --columns map.yaml which column is which.`
  );
}
