import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { describe, expect, it } from 'vitest';
import { BATCH_ROWS, eventColumns } from '../../src/index.ts';
import type { EventBatch } from '../../src/index.ts';
import { writeBatches } from '../../src/columns/write-batches.ts';
import { openParquet } from '../../src/parquet/source.ts';
import { createParquetWriter } from '../../src/parquet/writer.ts';
import { collect } from '../../../../test/support/event-files.ts';
import { inBatches } from '../../../../test/support/make-events.ts';
import { temporaryFolder } from '../../../../test/support/temporary-folder.ts';
import { someEvents } from '../support.ts';

const COLUMNS = [...eventColumns(true), 'split'];
const METADATA = {
  sample: 'by hand, t t̄',
  crossSection: { value: 22.77, error: 0.05 },
  beamEnergies: [6500, 6500],
  topology: { A: [6], B: [24], a: [5, 3, 1], b: [11, 13], C: [12, 14] },
  generators: ['Pythia 8.302'],
} as const;

async function write(path: string, batches: readonly EventBatch[]): Promise<string> {
  await writeBatches(await createParquetWriter(path, { columns: COLUMNS, ...METADATA }), batches);
  return path;
}

describe('Parquet files of ours', () => {
  it('keep every bit, the order of the columns and what is said about all events', async () => {
    const path = join(temporaryFolder(), 'x.parquet');
    const events = someEvents(COLUMNS, 5);
    // −0, the smallest and the largest number, infinity and NaN: all bits of a double have a meaning.
    (events.columns.a1_px as Float64Array).set([-0, 5e-324, 1.7976931348623157e308, Infinity, NaN]);
    await write(path, [events]);
    const source = await openParquet(path, {});
    expect(source).toMatchObject({ format: 'parquet', ignored: [], metadata: METADATA });
    expect(source.columnNames).toEqual(COLUMNS);
    const [batch, ...others] = await collect(source.batches);
    expect(others).toEqual([]);
    for (const name of COLUMNS)
      expect([name, batch.columns[name]]).toEqual([name, events.columns[name]]);
    expect(Object.is(batch.columns.a1_px[0], -0)).toBe(true);
    await source.close();
  });

  it('have the same bytes however the events are cut into batches', async () => {
    const folder = temporaryFolder();
    const n = BATCH_ROWS + 5;
    const make = (rows: number, first: number) => someEvents(COLUMNS, rows, first);
    const one = await write(join(folder, 'one.parquet'), [make(n, 0)]);
    const many = await write(
      join(folder, 'many.parquet'),
      inBatches(make, [1, 40_000, n - 40_001])
    );
    expect(readFileSync(many).equals(readFileSync(one))).toBe(true);
    const source = await openParquet(one, { limit: n - 1 });
    const batches = await collect(source.batches);
    expect(batches.map(({ length }) => length)).toEqual([BATCH_ROWS, 4]);
    expect(batches[1].columns).toEqual(make(4, n - 5).columns);
    await source.close();
  });

  it('are whole without an event', async () => {
    const path = await write(join(temporaryFolder(), 'x.parquet'), []);
    const source = await openParquet(path, {});
    expect(source.columnNames).toEqual(COLUMNS);
    expect(await collect(source.batches)).toEqual([]);
    await source.close();
  });

  it('are read by DuckDB, an independent program, with types, values and metadata', async () => {
    const path = join(temporaryFolder(), 'x.parquet');
    const n = BATCH_ROWS + 100;
    const events = someEvents(COLUMNS, n);
    await write(path, [events]);
    const duckdb = await (await DuckDBInstance.create()).connect();
    const rows = async (sql: string) => (await duckdb.runAndReadAll(sql)).getRowsJS();
    const types = await rows(`DESCRIBE SELECT event, split, a1_E FROM '${path}'`);
    expect(types.map(([, type]) => type)).toEqual(['UINTEGER', 'UTINYINT', 'DOUBLE']);
    const [count] = await rows(`SELECT count(*), sum(event), max(split) FROM '${path}'`);
    expect(count.map(Number)).toEqual([
      n,
      sum(events.columns.event),
      Math.max(...events.columns.split),
    ]);
    const last = `SELECT a1_E, c2_pz FROM '${path}' WHERE event = ${events.columns.event[n - 1]}`;
    expect(await rows(last)).toEqual([[events.columns.a1_E[n - 1], events.columns.c2_pz[n - 1]]]);
    const query = `SELECT decode(key), decode(value) FROM parquet_kv_metadata('${path}')`;
    const entries = (await rows(query)) as [string, string][];
    const texts = new Map(entries);
    expect(texts.get('sample')).toBe(METADATA.sample);
    expect(JSON.parse(texts.get('units')!)).toMatchObject({ a1_E: 'GeV', ptmiss_x: 'GeV' });
    expect(JSON.parse(texts.get('units')!)).not.toHaveProperty('weight');
  });
});

function sum(values: ArrayLike<number>): number {
  return Array.from(values).reduce((total, value) => total + value, 0);
}
