import type { Html } from '../html.ts';
import type { Measured } from '../numbers.ts';

/** The masses that one method finds: a row of the table. */
export interface Method {
  readonly name: Html;
  readonly mA: Measured;
  readonly mB: Measured;
  /** What the method is. */
  readonly note: string;
}

/** A mass that the method does not find. */
export const NOTHING: Measured = { value: null, error: null };
