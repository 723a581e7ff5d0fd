import { InputError } from '../errors.ts';

/**
 * The error of a file that is not what its format asks for.
 *
 * @param path Name of the file for messages.
 * @param format Name of the format, e.g. `Parquet`.
 * @param cause What a decoder threw, if anything: its message is quoted.
 */
export function damaged(path: string, format: string, cause?: unknown): InputError {
  const reason = cause instanceof Error ? ` (${cause.message.replace(/\.$/, '')})` : '';
  const message = `${path}: the ${format} file is damaged and cannot be read${reason}; write it anew.`;
  return new InputError(message, { cause });
}

/**
 * Runs what decodes a file; whatever it throws means that the file is damaged, unless it is a sentence already.
 *
 * @param path Name of the file for messages.
 * @param format Name of the format, e.g. `Parquet`.
 * @param decode The decoder.
 * @returns What it returns.
 * @throws InputError if it throws.
 */
export async function undamaged<T>(
  path: string,
  format: string,
  decode: () => Promise<T> | T
): Promise<T> {
  try {
    return await decode();
  } catch (cause) {
    throw cause instanceof InputError ? cause : damaged(path, format, cause);
  }
}
