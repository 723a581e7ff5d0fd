import { InputError } from '../errors.ts';
import { splitReference } from './reference.ts';

/** Names in a message; the others are counted. */
const MOST_NAMES = 20;

/**
 * The error of a file that lacks what is needed of it.
 *
 * @param path The file.
 * @param missing What is needed and not there.
 * @param available Columns with one number per event.
 * @param lists Columns with several numbers per event.
 */
export function missingColumns(
  path: string,
  missing: readonly string[],
  available: readonly string[],
  lists: readonly string[] = []
): InputError {
  const [first] = missing;
  if (lists.includes(first)) {
    return new InputError(
      `${path}: ${first} holds several numbers per event; name the one that is meant, e.g. ${first}[0] for the first.`
    );
  }
  const { name } = splitReference(first);
  if (available.includes(name)) {
    return new InputError(`${path}: ${name} holds one number per event; name it without [ ].`);
  }
  const subject = `${missing.length > 1 ? 'columns' : 'column'} ${missing.join(', ')}`;
  const names = [...available, ...lists.map((list) => `${list}[ ]`)];
  return new InputError(`${path}: ${subject} missing; the file has ${listed(names)}.`);
}

function listed(names: readonly string[]): string {
  if (names.length === 0) return 'no columns of numbers';
  const rest = names.length - MOST_NAMES;
  const first = names.slice(0, MOST_NAMES).join(', ');
  return rest > 0 ? `${first} and ${rest} more` : first;
}
