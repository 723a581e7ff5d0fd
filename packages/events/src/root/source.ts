import { basename } from 'node:path';
import type { EventSource, SourceOptions } from '../convert/source.ts';
import { mapBatches } from '../mapping/map-batches.ts';
import { planMapping } from '../mapping/mapping.ts';
import type { Mapping } from '../mapping/mapping.ts';
import { splitReference } from '../mapping/reference.ts';
import { columnsOf } from './columns.ts';
import type { RootColumn } from './columns.ts';
import { undamaged } from '../disk/damaged.ts';
import { openRootFile } from './file.ts';
import type { RootFile } from './file.ts';
import { findTree } from './find-tree.ts';
import { readBranches } from './read-branches.ts';
import { checkBranch, readTree } from './tree.ts';

/**
 * Opens a TTree of a ROOT file: branches of numbers, and by `name[index]` elements of arrays and of `std::vector`.
 *
 * Only the branches that are needed are read, one basket of each at a time. Events whose list is shorter than an
 * element that is asked for are left out and counted.
 *
 * @param path The file; packed with zlib, LZ4, ZSTD or LZMA, or not at all.
 * @param options Tree, column map, unit, limit, and the fraction of events that may be left out.
 * @returns The open file.
 * @throws InputError if it is not a ROOT file, is cut off or damaged, lacks a branch that the map names, or if it is
 *  not clear which tree is meant (exit code 2) or jsroot is not installed (exit code 2).
 */
export async function openRoot(path: string, options: SourceOptions): Promise<EventSource> {
  const file = await openRootFile(path);
  try {
    const name = await findTree(file, options.tree);
    const tree = await readTree(file, name);
    const columns = await undamaged(path, 'ROOT', () => byName(columnsOf(tree.fBranches.arr)));
    const mapping = planMapping(path, named(columns, false), options, named(columns, true));
    await undamaged(path, 'ROOT', () => checkBranches(file, mapping, columns, tree.fEntries));
    const dropped: Record<string, number> = {};
    const raws = readBranches(file, columns, mapping.needed, tree.fEntries);
    return {
      format: 'root',
      columnNames: mapping.columnNames,
      metadata: { sample: `${basename(path)}, tree ${name}` },
      batches: mapBatches(path, mapping, raws, { ...options, dropped }),
      dropped,
      ignored: mapping.ignored,
      close: () => file.close(),
    };
  } catch (error) {
    await file.close();
    throw error;
  }
}

function byName(columns: readonly RootColumn[]): Map<string, RootColumn> {
  return new Map(columns.map((column) => [column.name, column]));
}

function named(columns: ReadonlyMap<string, RootColumn>, lists: boolean): string[] {
  return [...columns.values()].filter(({ isList }) => isList === lists).map(({ name }) => name);
}

function checkBranches(
  { path }: RootFile,
  { needed }: Mapping,
  columns: ReadonlyMap<string, RootColumn>,
  entries: number
): void {
  for (const reference of needed) {
    const column = columns.get(reference) ?? columns.get(splitReference(reference).name)!;
    checkBranch(path, column.branch, entries);
  }
}
