import { InputError } from '../errors.ts';
import { undamaged } from '../disk/damaged.ts';
import type { RootFile } from './file.ts';
import type { RootDirectory } from './jsroot.ts';

const TREES = new Set(['TTree', 'TNtuple', 'TNtupleD']);
const DIRECTORIES = new Set(['TDirectory', 'TDirectoryFile']);
/** Directories deeper down are not searched. */
const DEEPEST = 4;

/**
 * The name of the tree to be read: the only one of the file, or the one that is asked for.
 *
 * @param file The open file.
 * @param wanted Name with its directories, e.g. `analysis/events`; undefined for the only one.
 * @returns Its name with its directories.
 * @throws InputError with exit code 2 if there is none of that name, or more than one to choose from.
 */
export async function findTree(file: RootFile, wanted: string | undefined): Promise<string> {
  const trees = await treeNames(file);
  if (wanted !== undefined && trees.includes(wanted)) return wanted;
  if (wanted === undefined && trees.length === 1) return trees[0];
  throw new InputError(`${file.path}: ${reason(trees, wanted, file.content)}.`, { exitCode: 2 });
}

/**
 * The trees of a file.
 *
 * @param file The open file.
 * @returns Their names with their directories.
 * @throws InputError if the file is damaged.
 */
export async function treeNames(file: RootFile): Promise<string[]> {
  const found = await undamaged(file.path, 'ROOT', () =>
    listTrees(file, file.content, '', DEEPEST)
  );
  return [...new Set(found)];
}

async function listTrees(
  file: RootFile,
  { fKeys }: RootDirectory,
  prefix: string,
  depth: number
): Promise<string[]> {
  const names: string[] = [];
  for (const { fName, fClassName } of fKeys) {
    const name = `${prefix}${fName}`;
    if (TREES.has(fClassName)) names.push(name);
    if (!DIRECTORIES.has(fClassName) || depth === 0) continue;
    const directory = await file.content.readDirectory(name);
    names.push(...(await listTrees(file, directory, `${name}/`, depth - 1)));
  }
  return names;
}

function reason(
  trees: readonly string[],
  wanted: string | undefined,
  { fKeys }: RootDirectory
): string {
  if (trees.length === 0) {
    const ntuple = fKeys.find(({ fClassName }) => fClassName.endsWith('RNTuple'))?.fName;
    if (ntuple === undefined) return 'there is no TTree in it';
    return `${ntuple} is an RNTuple, which cannot be read; write a TTree`;
  }
  const list = trees.join(', ');
  if (wanted !== undefined) return `there is no tree ${wanted} in it; it has ${list}`;
  return `it has several trees; name one of ${list} with tree`;
}
