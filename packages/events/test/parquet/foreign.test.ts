import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { describe, expect, it } from 'vitest';
import { BATCH_ROWS } from '../../src/index.ts';
import { openParquet } from '../../src/parquet/source.ts';
import { collect } from '../../../../test/support/event-files.ts';
import { errorOf } from '../../../../test/support/rejection.ts';
import { temporaryFolder } from '../../../../test/support/temporary-folder.ts';

/** A Parquet file of the result of a query, written by DuckDB, an independent program. */
async function byDuckDb(query: string, options = ''): Promise<string> {
  const path = join(temporaryFolder(), 'foreign.parquet');
  const duckdb = await (await DuckDBInstance.create()).connect();
  await duckdb.run(`COPY (${query}) TO '${path}' (FORMAT parquet ${options})`);
  return path;
}

const TYPES = `SELECT (i / 7)::DOUBLE AS a1_E, (i / 8)::FLOAT AS a1_px, i::INTEGER AS a1_py, (-i)::SMALLINT AS a1_pz,
  (i + 1000)::BIGINT AS event, 1::UTINYINT AS exchanged, 'x' AS name, [i, i] AS jets, DATE '2026-01-01' AS day`;

describe('Parquet files of DuckDB', () => {
  it.each(['uncompressed', 'snappy', 'gzip', 'zstd', 'lz4_raw', 'brotli'])(
    'are read, packed with %s, whatever the type of their numbers',
    async (codec) => {
      const path = await byDuckDb(`${TYPES} FROM range(1000) t(i)`, `, COMPRESSION ${codec}`);
      const source = await openParquet(path, {});
      expect(source.metadata).toEqual({ sample: 'foreign.parquet' });
      expect(source.ignored).toEqual(['name', 'jets', 'day']);
      const [batch] = await collect(source.batches);
      const rows = Array.from({ length: 1000 }, (_, i) => i);
      expect(batch).toEqual({
        length: 1000,
        columns: {
          event: Uint32Array.from(rows, (i) => i + 1000),
          a1_E: Float64Array.from(rows, (i) => i / 7),
          a1_px: Float64Array.from(rows, (i) => i / 8),
          a1_py: Float64Array.from(rows),
          a1_pz: Float64Array.from(rows, (i) => 0 - i),
          exchanged: new Uint8Array(1000).fill(1),
        },
      });
      await source.close();
    }
  );

  it('are read in batches of ours, row group by row group', async () => {
    // DuckDB makes row groups of whole vectors of 2048 rows; that of 5·BATCH_ROWS rows takes two stretches.
    const rows = 5 * BATCH_ROWS + 4096;
    const path = await byDuckDb(
      `SELECT i::DOUBLE AS a1_E FROM range(${rows}) t(i)`,
      `, ROW_GROUP_SIZE ${5 * BATCH_ROWS}`
    );
    const source = await openParquet(path, {});
    let next = 0;
    for await (const { length, columns } of source.batches) {
      expect(length).toBeLessThanOrEqual(BATCH_ROWS);
      expect([columns.a1_E[0], columns.a1_E[length - 1]]).toEqual([next, next + length - 1]);
      expect(columns.event[0]).toBe(next);
      next += length;
    }
    expect(next).toBe(rows);
    await source.close();
  });

  it('may have columns of other names, of which only the needed ones are read', async () => {
    const path = await byDuckDb(`SELECT 3000.0::DOUBLE AS e, 7 AS n, NULL::DOUBLE AS unused`);
    const source = await openParquet(path, { columns: { a1_E: 'e', weight: -2 }, unit: 'MeV' });
    expect(source.ignored).toEqual(['n', 'unused']);
    const [{ columns }] = await collect(source.batches);
    expect(columns).toEqual({
      event: Uint32Array.of(0),
      a1_E: Float64Array.of(3),
      weight: Float64Array.of(-2),
    });
    await source.close();
  });

  it.each([
    [
      'SELECT i AS a1_E FROM (VALUES (1.5::DOUBLE), (NULL)) t(i)',
      {},
      'column a1_E has a null in row 1 (counted from 0), expected a number in every row; leave such rows out or fill them.',
    ],
    [
      'SELECT (-1)::BIGINT AS event',
      {},
      'column event is -1 in row 0 (counted from 0), expected a whole number from 0 to 4294967295; leave it out of the file or the map, and the rows are numbered.',
    ],
    [
      'SELECT 300 AS split',
      {},
      'column split is 300 in row 0 (counted from 0), expected a whole number from 0 to 255; mend it.',
    ],
    [
      "SELECT 'x' AS pt, 1 AS eta, [1.0] AS phi",
      { a1_E: 'pt', a1_px: 'phi' },
      'columns pt, phi missing; the file has eta.',
    ],
    ["SELECT 'x' AS pt", { a1_E: 'pt' }, 'column pt missing; the file has no columns of numbers.'],
  ])('are refused with a sentence: %s', async (query, columns, sentence) => {
    const path = await byDuckDb(query);
    const open = async () => {
      const source = await openParquet(path, { columns });
      await collect(source.batches).finally(() => source.close());
    };
    const error = await errorOf(open());
    expect(error).toMatchObject({
      name: 'InputError',
      message: `${path}: ${sentence}`,
      exitCode: 1,
    });
  });
});

describe('our columns in a Parquet file', () => {
  it.each([
    [`'x' AS a1_E`, 'column a1_E is UTF8, expected a column of numbers'],
    [`1.5::DECIMAL(9, 2) AS a1_E`, 'column a1_E is DECIMAL, expected a column of numbers'],
    [`true AS weight`, 'column weight is BOOLEAN, expected a column of numbers'],
    [`[1.0, 2.0] AS a1_E`, 'column a1_E is nested, expected a column of numbers'],
    [
      `TIMESTAMP '2026-01-01' AS event`,
      'column event is TIMESTAMP_MICROS, expected a column of integers',
    ],
  ])('are refused if they are %s', async (column, clause) => {
    const path = await byDuckDb(`SELECT 1.0::DOUBLE AS b1_E, ${column}`);
    expect(await errorOf(openParquet(path, {}))).toMatchObject({
      message: `${path}: ${clause}; write the file anew.`,
      exitCode: 1,
    });
  });

  it('may be truth values where 0 and 1 are meant', async () => {
    const path = await byDuckDb(`SELECT i::DOUBLE AS a1_E, i = 1 AS exchanged FROM range(3) t(i)`);
    const source = await openParquet(path, {});
    const [{ columns }] = await collect(source.batches);
    expect(columns.exchanged).toEqual(Uint8Array.of(0, 1, 0));
    await source.close();
  });
});
