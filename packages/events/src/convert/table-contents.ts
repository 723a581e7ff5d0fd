/** A table of a file: all of it, or a tree of a ROOT file. */
export interface TableContents {
  /** Name of the tree; empty where a file is one table. */
  readonly name: string;
  readonly entries: number;
  readonly columns: readonly { readonly name: string; readonly type: string }[];
  /** The first values of each column, as text. */
  readonly firstRows: readonly Readonly<Record<string, string>>[];
}

/** Number of rows shown. */
export const SHOWN_ROWS = 3;
