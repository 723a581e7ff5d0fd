import { existsSync } from 'node:fs';
import { ConfigError } from '@deelema/workflow';

/**
 * Refuses a path on the command line that leads nowhere: wrong usage rather than bad data.
 *
 * @param path The path as it was given.
 * @param expected What should be there.
 * @throws ConfigError if nothing is.
 */
export function checkThere(path: string, expected: string): void {
  if (!existsSync(path)) throw new ConfigError(`${path} does not exist: expected ${expected}.`);
}
