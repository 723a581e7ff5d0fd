import { SHOWN_ROWS } from '../convert/table-contents.ts';
import type { TableContents } from '../convert/table-contents.ts';
import { openPieces } from './open-pieces.ts';
import { typeName } from './stored-type.ts';

/**
 * Lists what is in an Arrow file with columns of any names.
 *
 * @param path An Arrow IPC file or stream.
 * @returns One table; the first rows of the columns that hold numbers.
 * @throws InputError if the file is not Arrow, cut off or damaged.
 */
export async function arrowContents(path: string): Promise<TableContents[]> {
  const pieces = await openPieces(path);
  try {
    const [first] = pieces;
    const columns = first.fields.map(({ name, type }) => ({ name, type: typeName(type) }));
    const shown = columns
      .map(({ name }) => ({ name, type: 'float64' as const }))
      .filter((column) => first.problem(column) === undefined);
    const firstRows: Record<string, string>[] = [];
    for await (const batch of first.batches(shown)) {
      for (let i = 0; i < batch.length && firstRows.length < SHOWN_ROWS; i++) {
        const values = shown.map(({ name }) => [name, String(batch.columns[name][i])] as const);
        firstRows.push(Object.fromEntries(values));
      }
      if (firstRows.length === SHOWN_ROWS) break;
    }
    const entries = pieces.reduce((sum, { rows }) => sum + rows, 0);
    return [{ name: '', entries, columns, firstRows }];
  } finally {
    for (const piece of pieces) await piece.close();
  }
}
