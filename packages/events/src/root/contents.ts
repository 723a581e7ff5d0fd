import { SHOWN_ROWS } from '../convert/table-contents.ts';
import type { TableContents } from '../convert/table-contents.ts';
import { InputError } from '../errors.ts';
import { columnsOf } from './columns.ts';
import type { RootColumn } from './columns.ts';
import { undamaged } from '../disk/damaged.ts';
import { openRootFile } from './file.ts';
import type { RootFile } from './file.ts';
import { treeNames } from './find-tree.ts';
import { readBranches } from './read-branches.ts';
import { checkBranch, readTree } from './tree.ts';

/**
 * Lists the trees of a ROOT file with their branches of numbers, and of lists the first elements.
 *
 * @param path The file.
 * @returns One table per tree.
 * @throws InputError if it is not a ROOT file, is cut off or damaged, or jsroot is not installed.
 */
export async function rootContents(path: string): Promise<TableContents[]> {
  const file = await openRootFile(path);
  try {
    const tables: TableContents[] = [];
    for (const name of await treeNames(file)) tables.push(await treeContents(file, name));
    return tables;
  } finally {
    await file.close();
  }
}

async function treeContents(file: RootFile, name: string): Promise<TableContents> {
  const tree = await readTree(file, name);
  const columns = await undamaged(file.path, 'ROOT', () => columnsOf(tree.fBranches.arr));
  return {
    name,
    entries: tree.fEntries,
    columns: columns.map((column) => ({ name: column.name, type: typeText(column) })),
    firstRows: await firstRows(file, columns, tree.fEntries),
  };
}

async function firstRows(
  file: RootFile,
  all: readonly RootColumn[],
  entries: number
): Promise<Record<string, string>[]> {
  const columns = all.filter(({ branch }) => isReadable(file.path, branch, entries));
  const byName = new Map(columns.map((column) => [column.name, column]));
  const references = columns.map(({ name, isList }) => (isList ? `${name}[0]` : name));
  const rows = Math.min(SHOWN_ROWS, entries);
  for await (const batch of readBranches(file, byName, references, rows)) {
    return Array.from({ length: rows }, (_, i) =>
      Object.fromEntries(
        columns.map(({ name, isList }, k) => {
          const value = String(batch.columns[references[k]][i]);
          return [name, isList ? `[${value}, …]` : value];
        })
      )
    );
  }
  return [];
}

/** What cannot be read is listed without its values. */
function isReadable(path: string, branch: RootColumn['branch'], entries: number): boolean {
  try {
    checkBranch(path, branch, entries);
    return true;
  } catch (error) {
    if (error instanceof InputError) return false;
    throw error;
  }
}

/** In the terms of C++. */
function typeText({ branch, type, isList, length }: RootColumn): string {
  if (branch.fClassName?.startsWith('vector')) return branch.fClassName;
  const [leaf] = branch.fLeaves.arr;
  const simple = `${leaf?.fIsUnsigned ? 'unsigned ' : ''}${SIMPLE[leaf?._typename ?? ''] ?? `${type.bytes} bytes`}`;
  return isList ? `${simple}[${length ?? ''}]` : simple;
}

const SIMPLE: Readonly<Record<string, string>> = {
  TLeafD: 'double',
  TLeafF: 'float',
  TLeafL: 'long',
  TLeafG: 'long',
  TLeafI: 'int',
  TLeafS: 'short',
  TLeafB: 'char',
  TLeafO: 'bool',
};
