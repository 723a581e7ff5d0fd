import { InputError } from '@deelema/events';
import type { StagePlan } from './plan.ts';
import { temporaryFolder } from './publish.ts';

/** What the operating system says, and what it means for a stage's output. */
const SYSTEM_ERRORS: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full; free some space',
  EDQUOT: 'the disk quota is used up; free some space',
  EROFS: 'the file system is read-only; use a copy of the workspace that can be written',
  EACCES: 'this user may not write there; mend the permissions of the folder',
};

/**
 * Makes an error of a stage readable: system errors as a sentence, and the final folder instead of the temporary one,
 * which is gone when the message is read.
 *
 * @param error Whatever was thrown.
 * @param plan The stage.
 * @returns The error to throw on.
 */
export function explain(error: unknown, plan: StagePlan): Error {
  if (!(error instanceof Error)) return new Error(`${plan.stage} threw ${String(error)}.`);
  const { code } = error as NodeJS.ErrnoException;
  const meaning = code === undefined ? undefined : SYSTEM_ERRORS[code];
  if (meaning !== undefined) {
    return new InputError(
      `${plan.stage}: ${plan.dir} was not written: ${meaning} and run it again.`,
      {
        cause: error,
      }
    );
  }
  const temporary = temporaryFolder(plan.dir);
  // The message of an abort cannot be written.
  if (error.message.includes(temporary)) {
    error.message = error.message.replaceAll(temporary, plan.dir);
  }
  return error;
}
