import { parquetReadObjects } from 'hyparquet';
import type { SchemaElement } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import { SHOWN_ROWS } from '../convert/table-contents.ts';
import type { TableContents } from '../convert/table-contents.ts';
import { undamaged } from '../disk/damaged.ts';
import { openParquetFile } from './file.ts';
import { numberColumns } from './number-columns.ts';

/**
 * Lists what is in a Parquet file with columns of any names.
 *
 * @param path The file.
 * @returns One table; the first rows of the columns that hold numbers.
 * @throws InputError if the file is not Parquet, cut off or damaged.
 */
export async function parquetContents(path: string): Promise<TableContents[]> {
  const { metadata, buffer, close } = await openParquetFile(path);
  try {
    const [root, ...elements] = metadata.schema;
    const columns = topLevel(elements, root.num_children ?? 0);
    const read = {
      file: buffer,
      metadata,
      compressors,
      columns: numberColumns(path, metadata).names,
    };
    const rows = await undamaged(path, 'Parquet', () =>
      parquetReadObjects({ ...read, rowStart: 0, rowEnd: SHOWN_ROWS })
    );
    const firstRows = rows.map((row) =>
      Object.fromEntries(Object.entries(row).map(([name, value]) => [name, String(value)]))
    );
    return [{ name: '', entries: Number(metadata.num_rows), columns, firstRows }];
  } finally {
    await close();
  }
}

/** The schema is a tree in prefix order; what is below a column is passed over. */
function topLevel(elements: readonly SchemaElement[], count: number): TableContents['columns'] {
  const columns: { name: string; type: string }[] = [];
  for (let i = 0; columns.length < count && i < elements.length;) {
    const { name, type, converted_type } = elements[i];
    columns.push({ name, type: type === undefined ? 'nested' : (converted_type ?? type) });
    for (let below = 1; below > 0 && i < elements.length; i++) {
      below += (elements[i].num_children ?? 0) - 1;
    }
  }
  return columns;
}
