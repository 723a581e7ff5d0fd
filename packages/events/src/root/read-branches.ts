import { BATCH_ROWS } from '../columns/column.ts';
import type { RawBatch } from '../mapping/raw-batch.ts';
import { splitReference } from '../mapping/reference.ts';
import { BranchReader } from './branch-reader.ts';
import type { WantedValue } from './branch-reader.ts';
import type { RootColumn } from './columns.ts';
import { undamaged } from '../disk/damaged.ts';
import type { RootFile } from './file.ts';
import type { RootBranch } from './tree.ts';

/**
 * Reads columns of a tree, batch by batch; memory does not grow with the number of entries.
 *
 * @param file The open file.
 * @param columns The columns of the tree, by name.
 * @param references What is read of them: a name, or a name with the index of an element.
 * @param entries Number of entries of the tree.
 * @returns Stretches of at most `BATCH_ROWS` entries.
 * @throws InputError if the file is damaged.
 */
export async function* readBranches(
  file: RootFile,
  columns: ReadonlyMap<string, RootColumn>,
  references: readonly string[],
  entries: number
): AsyncGenerator<RawBatch> {
  const readers = new Map<RootBranch, BranchReader>();
  for (const reference of references) {
    const { branch } = columnOf(columns, reference);
    if (!readers.has(branch)) readers.set(branch, new BranchReader(file, branch));
  }
  for (let first = 0; first < entries; first += BATCH_ROWS) {
    const length = Math.min(BATCH_ROWS, entries - first);
    const wanted = references.map((reference) => want(columns, reference, length));
    for (const [branch, reader] of readers) {
      const ofBranch = wanted.filter(({ column }) => column.branch === branch);
      await undamaged(file.path, 'ROOT', () => reader.read(first, length, ofBranch));
    }
    yield { length, columns: valuesBy(references, wanted), lacking: lackingBy(wanted) };
  }
}

function columnOf(columns: ReadonlyMap<string, RootColumn>, reference: string): RootColumn {
  return columns.get(reference) ?? columns.get(splitReference(reference).name)!;
}

function want(
  columns: ReadonlyMap<string, RootColumn>,
  reference: string,
  length: number
): WantedValue {
  return {
    column: columnOf(columns, reference),
    index: splitReference(reference).index ?? 0,
    values: new Float64Array(length),
    lacking: new Uint8Array(length),
  };
}

function valuesBy(
  references: readonly string[],
  wanted: readonly WantedValue[]
): Record<string, Float64Array> {
  return Object.fromEntries(wanted.map(({ values }, k) => [references[k], values]));
}

function lackingBy(wanted: readonly WantedValue[]): Map<string, Uint8Array> {
  const lists = wanted.filter(({ lacking }) => lacking.includes(1));
  return new Map(
    lists.map(({ column, index, lacking }) => {
      const elements = index === 0 ? '1 element' : `${index + 1} elements`;
      return [`${column.name} has fewer than ${elements}`, lacking];
    })
  );
}
