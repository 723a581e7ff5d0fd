import { InputError } from '../errors.ts';
import { damaged, undamaged } from '../disk/damaged.ts';
import type { RootFile } from './file.ts';

/** Several objects of a ROOT file. */
export interface RootList<T> {
  readonly arr: readonly T[];
}

/** A leaf of a branch, as jsroot has it. */
export interface RootLeaf {
  readonly _typename: string;
  readonly fName: string;
  readonly fLen: number;
  readonly fIsUnsigned: boolean;
  readonly fLeafCount: object | null;
}

/** A branch of a tree, as jsroot has it. */
export interface RootBranch {
  readonly _typename: string;
  readonly fName: string;
  readonly fEntries: number;
  readonly fEntryOffsetLen: number;
  /** Number of baskets in the file. */
  readonly fWriteBasket: number;
  /** First entry of each basket. */
  readonly fBasketEntry: ArrayLike<number>;
  readonly fBasketSeek: ArrayLike<number>;
  readonly fBasketBytes: ArrayLike<number>;
  readonly fFileName: string;
  readonly fBranches: RootList<RootBranch>;
  readonly fLeaves: RootList<RootLeaf>;
  /** Baskets that stand in the tree itself. */
  readonly fBaskets: RootList<object | null>;
  /** Of a TBranchElement only. */
  readonly fType?: number;
  readonly fStreamerType?: number;
  readonly fClassName?: string;
}

/** A tree, as jsroot has it. */
export interface RootTree {
  readonly fName: string;
  readonly fEntries: number;
  readonly fBranches: RootList<RootBranch>;
}

/**
 * Reads what a tree says about itself, not its events.
 *
 * @param file The open file.
 * @param name Name of the tree with its directories.
 * @returns The tree.
 * @throws InputError if it is damaged.
 */
export async function readTree(file: RootFile, name: string): Promise<RootTree> {
  const tree = (await undamaged(file.path, 'ROOT', () =>
    file.content.readObject(name)
  )) as RootTree | null;
  if (!Number.isSafeInteger(tree?.fEntries) || !Array.isArray(tree?.fBranches?.arr)) {
    throw damaged(file.path, 'ROOT');
  }
  return tree;
}

/**
 * Checks that a branch can be read here.
 *
 * @param path Name of the file for messages.
 * @param branch The branch.
 * @param entries Number of entries of the tree.
 * @throws InputError if it stands in another file, in the head of the tree, or has other entries than the tree.
 */
export function checkBranch(path: string, branch: RootBranch, entries: number): void {
  const { fName, fEntries, fFileName, fBaskets } = branch;
  if (fEntries !== entries) {
    throw new InputError(
      `${path}: branch ${fName} has ${fEntries} entries and the tree has ${entries}, expected as many; write the tree anew.`
    );
  }
  if (fFileName !== '') {
    throw new InputError(
      `${path}: branch ${fName} stands in another file, ${fFileName}; merge them with hadd.`
    );
  }
  if (fBaskets.arr.some((basket) => basket !== null)) {
    throw new InputError(
      `${path}: the last entries of branch ${fName} were not flushed to the file; write the tree anew, or copy it with hadd.`
    );
  }
}
