import type { Html, Measured } from '@deelema/pages';

/** The masses that one method finds: a row of the table. */
export interface Method {
  readonly name: Html;
  /** By name; those that it finds, null where it was not carried out. */
  readonly masses: Readonly<Record<string, Measured | null>>;
  /** What the method is, or why it was not carried out; null where that is said for all of them. */
  readonly note: string | null;
}
