import { typeOfCode, typeOfLeaf, typeOfVector } from './leaf-type.ts';
import type { LeafType } from './leaf-type.ts';
import type { RootBranch, RootLeaf } from './tree.ts';

/** What can be read of a branch. */
export interface RootColumn {
  readonly name: string;
  readonly branch: RootBranch;
  readonly type: LeafType;
  /** Whether an event has several values: a reference must name one of them. */
  readonly isList: boolean;
  /** Where the values of an event begin, in bytes from the beginning of its entry. */
  readonly offset: number;
  /** Number of values of an event; undefined if it differs from event to event. */
  readonly length: number | undefined;
}

/** Byte count, version and number of elements in front of a `std::vector` that is a branch of its own. */
const VECTOR_HEAD_BYTES = 10;
/** Branch types: a member of the objects of a TClonesArray or of another collection. */
const MEMBER_BRANCHES = [31, 41];

/**
 * The columns of numbers of a tree: leaves of plain branches, members of split objects, `std::vector` of numbers, and
 * members of the objects of collections. All else is left out.
 *
 * @param branches Branches of the tree.
 * @returns The columns, in the order of the tree.
 */
export function columnsOf(branches: readonly RootBranch[]): RootColumn[] {
  return branches.flatMap((branch) => [
    ...(branch._typename === 'TBranchElement' ? elementColumns(branch) : leafColumns(branch)),
    ...columnsOf(branch.fBranches.arr),
  ]);
}

function leafColumns(branch: RootBranch): RootColumn[] {
  const leaves = branch.fLeaves.arr;
  const columns: RootColumn[] = [];
  let offset = 0;
  for (const leaf of leaves) {
    const type = typeOfLeaf(leaf._typename, leaf.fIsUnsigned);
    // What stands behind text or a list has no fixed place.
    if (type === undefined) break;
    const name = leaves.length === 1 ? branch.fName : `${branch.fName}.${leaf.fName}`;
    const counted = leaf.fLeafCount !== null;
    const length = counted ? undefined : leaf.fLen;
    columns.push({ name, branch, type, isList: counted || leaf.fLen > 1, offset, length });
    if (counted) break;
    offset += leaf.fLen * type.bytes;
  }
  return columns;
}

function elementColumns(branch: RootBranch): RootColumn[] {
  const { fType = -1, fStreamerType = -1, fClassName = '', fLeaves } = branch;
  const [leaf]: readonly (RootLeaf | undefined)[] = fLeaves.arr;
  // Names of arrays carry their dimension.
  const column = { name: branch.fName.replace(/\[.*$/, ''), branch };
  const vector = typeOfVector(fClassName);
  if (vector !== undefined && fType === 0 && fStreamerType < 0) {
    return [
      { ...column, type: vector, isList: true, offset: VECTOR_HEAD_BYTES, length: undefined },
    ];
  }
  const type = typeOfCode(fStreamerType);
  if (type === undefined || leaf === undefined) return [];
  if (MEMBER_BRANCHES.includes(fType)) {
    return [{ ...column, type, isList: true, offset: 0, length: undefined }];
  }
  if (fType !== 0 || branch.fEntryOffsetLen !== 0) return [];
  return [{ ...column, type, isList: leaf.fLen > 1, offset: 0, length: leaf.fLen }];
}
