import type { Html } from '../html.ts';
import type { Measured } from '../numbers.ts';

/** The masses that one method finds: a row of the table. */
export interface Method {
  readonly name: Html;
  /** By name; those that it finds. */
  readonly masses: Readonly<Record<string, Measured>>;
  /** What the method is. */
  readonly note: string;
}
