/** What may be said about an {@link InputError} besides its sentence. */
export interface InputErrorOptions {
  /** 1 for bad data, 2 for bad configuration or usage; 1 if omitted. */
  readonly exitCode?: 1 | 2;
  readonly cause?: unknown;
}

/**
 * An error that is the user's to mend: its message is one sentence that stands alone, without a stack.
 *
 * Anything else that is thrown is a bug of ours and keeps its stack.
 */
export class InputError extends Error {
  /** What a program that stops here exits with: 1 bad data, 2 bad configuration or usage. */
  readonly exitCode: 1 | 2;

  /**
   * @param message What is wrong, what was received and expected, how to mend it.
   * @param options Exit code (1 if omitted) and cause.
   */
  constructor(message: string, options: InputErrorOptions = {}) {
    super(message, { cause: options.cause });
    this.name = 'InputError';
    this.exitCode = options.exitCode ?? 1;
  }
}
