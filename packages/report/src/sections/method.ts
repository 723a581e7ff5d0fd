import type { Html, Measured } from '@deelema/pages';

/** The masses that one method finds: a row of the table. */
export interface Method {
  readonly name: Html;
  /** By name; those that it finds. */
  readonly masses: Readonly<Record<string, Measured>>;
  /** What the method is. */
  readonly note: string;
}
