import { InputError } from '../errors.ts';

/**
 * Runs a decoder; whatever it throws means that the file is damaged.
 *
 * @param path Name of the file for messages.
 * @param decode The decoder.
 * @returns What it returns.
 * @throws InputError if it throws.
 */
export function decoded<T>(path: string, decode: () => T): T {
  try {
    return decode();
  } catch (cause) {
    throw damaged(path, cause);
  }
}

/**
 * The error of a file whose bytes make no sense; one that is a sentence already stays as it is.
 *
 * @param path Name of the file for messages.
 * @param cause What was thrown.
 */
export function damaged(path: string, cause: unknown): InputError {
  if (cause instanceof InputError) return cause;
  const unknown = cause instanceof Error && cause.message.startsWith('Unrecognized type');
  const what = unknown
    ? 'has a column of a type that is not known here, leave it out'
    : 'is damaged and cannot be read, write it anew';
  return new InputError(`${path}: the Arrow file ${what}.`, { cause });
}

/**
 * The error of a file that lacks its end.
 *
 * @param path Name of the file for messages.
 */
export function cutOff(path: string): InputError {
  return new InputError(`${path}: the Arrow file is cut off; write it anew.`);
}
