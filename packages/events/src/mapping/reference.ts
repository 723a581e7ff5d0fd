/** A reference to a column, or to one of the values that it holds for each event. */
export interface SplitReference {
  readonly name: string;
  /** Undefined if none is named. */
  readonly index: number | undefined;
}

/**
 * Splits a reference such as `jet_pt[0]` into column and index.
 *
 * @param reference The reference.
 * @returns Its parts.
 */
export function splitReference(reference: string): SplitReference {
  const match = /^(.*)\[(\d+)\]$/.exec(reference);
  return match === null
    ? { name: reference, index: undefined }
    : { name: match[1], index: Number(match[2]) };
}
