import { InputError } from '../errors.ts';

const REASONS: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full; free some space or choose another folder',
  EDQUOT: 'the disk quota is used up; free some space or choose another folder',
  EFBIG: 'it is larger than the file system allows; choose another folder',
  EACCES: 'permission is denied; check the permissions of the file and its folder',
  EPERM: 'permission is denied; check the permissions of the file and its folder',
  EROFS: 'the file system is read-only; choose another folder',
  EISDIR: 'it is a folder, expected a file',
  ENOTDIR: 'a part of its path is not a folder; check the path',
  EIO: 'the device reports an input/output error; check the disk',
  EMFILE: 'too many files are open',
  EXDEV: 'it would have to move to another disk; write to the same disk',
};

/**
 * Turns what the operating system reports into one sentence that names the file.
 *
 * @param path The file.
 * @param action What was tried.
 * @param error What was thrown; anything but a system error is handed back as it is, for it is a bug.
 * @returns An InputError for system errors, e.g. "x.arrow cannot be written: the disk is full; … (ENOSPC).".
 */
export function diskError(path: string, action: 'read' | 'written', error: unknown): unknown {
  if (!(error instanceof Error) || !('code' in error) || !('syscall' in error)) return error;
  const code = String(error.code);
  const absent = action === 'read' ? 'there is no such file' : 'its folder does not exist';
  const reason = code === 'ENOENT' ? `${absent}; check the path` : REASONS[code];
  return new InputError(`${path} cannot be ${action}: ${reason ?? error.message} (${code}).`, {
    cause: error,
  });
}

/**
 * Awaits a disk operation; a failure of the system becomes one sentence that names the file.
 *
 * @param path The file.
 * @param action What is tried.
 * @param operation The operation.
 * @returns What the operation returns.
 * @throws InputError on system errors.
 */
export async function onDisk<T>(
  path: string,
  action: 'read' | 'written',
  operation: () => Promise<T>
): Promise<T> {
  try {
    return await operation();
  } catch (error) {
    throw diskError(path, action, error);
  }
}
