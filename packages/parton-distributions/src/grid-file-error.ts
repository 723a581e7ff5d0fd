/** A grid file that cannot be read as it is: the file is to be mended, not the program. */
export class GridFileError extends Error {
  /** What a program that stops here exits with: 1, bad data. */
  readonly exitCode = 1;

  /** @param message What is wrong and where, what was received and expected, how to mend it. */
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'GridFileError';
  }
}
