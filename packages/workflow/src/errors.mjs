// @ts-check
/** A configuration that the user has to mend. Its message is one or more complete sentences. */
export class ConfigError extends Error {
  /** Exit code of a process that ends on it: wrong usage. */
  exitCode = 2;

  /** @param {string} message @param {ErrorOptions} [options] */
  constructor(message, options) {
    super(message, options);
    this.name = 'ConfigError';
  }
}
