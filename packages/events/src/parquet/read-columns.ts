import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { parquetScan } from 'hyparquet';
import type { Compressors, DecodedArray } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import { BATCH_ROWS } from '../columns/column.ts';
import { InputError } from '../errors.ts';
import type { RawBatch, RawColumn } from '../mapping/raw-batch.ts';
import { undamaged } from '../disk/damaged.ts';
import type { ParquetFile } from './file.ts';

/**
 * Rows read at once within a row group. A row group may hold millions of rows, and what stands before the rows that
 * are asked for has to be passed over each time: four batches at a time are 60 MB for all columns of ours.
 */
const STRETCH_ROWS = 4 * BATCH_ROWS;

/** All codecs of the format; those that Node has itself are faster than those in JavaScript. */
const CODECS: Compressors = {
  ...compressors,
  GZIP: (input, maxOutputLength) => gunzipSync(input, { maxOutputLength }),
  BROTLI: (input, maxOutputLength) => brotliDecompressSync(input, { maxOutputLength }),
};

/**
 * Reads columns of a Parquet file, stretch by stretch; memory does not grow with the number of rows.
 *
 * @param file The open file.
 * @param columns The columns to read; the others are not touched.
 * @returns Stretches of the file, none beyond a row group.
 * @throws InputError if the file is damaged, or a column holds a null.
 */
export async function* readColumns(
  { path, metadata, buffer }: ParquetFile,
  columns: readonly string[]
): AsyncGenerator<RawBatch> {
  const scan = await undamaged(path, 'Parquet', () =>
    parquetScan({ file: buffer, metadata, columns: [...columns], compressors: CODECS })
  );
  for (const range of scan.ranges) {
    for (let rowStart = range.rowStart; rowStart < range.rowEnd; rowStart += STRETCH_ROWS) {
      const rowEnd = Math.min(rowStart + STRETCH_ROWS, range.rowEnd);
      const read: Record<string, RawColumn> = {};
      for (const column of columns) {
        const values = await undamaged(path, 'Parquet', () =>
          scan.readColumn({ column, rowStart, rowEnd })
        );
        read[column] = numbers(path, column, values, rowStart, rowEnd);
      }
      yield { length: rowEnd - rowStart, columns: read };
    }
  }
}

/** Columns that may hold nulls come as plain arrays. */
function numbers(
  path: string,
  name: string,
  values: DecodedArray,
  first: number,
  end: number
): RawColumn {
  if (values.length !== end - first) {
    throw new InputError(
      `${path}: column ${name} has ${values.length} values in rows ${first} to ${end}, expected ${end - first}: the Parquet file is damaged; write it anew.`
    );
  }
  return Array.isArray(values) ? withoutNulls(path, name, values, first) : values;
}

function withoutNulls(
  path: string,
  name: string,
  values: readonly unknown[],
  first: number
): Float64Array {
  const column = new Float64Array(values.length);
  for (let i = 0; i < values.length; ++i) {
    const value = values[i];
    if (typeof value === 'number') column[i] = value;
    else if (typeof value === 'bigint' || typeof value === 'boolean') column[i] = Number(value);
    else {
      throw new InputError(
        `${path}: column ${name} has a null in row ${first + i} (counted from 0), expected a number in every row; leave such rows out or fill them.`
      );
    }
  }
  return column;
}
