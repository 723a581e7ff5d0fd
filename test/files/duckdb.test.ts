import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import * as duckdb from '@duckdb/duckdb-wasm/blocking';
import { convertEvents, fourMomenta, openEvents } from '@deelema/events';
import { sumMass } from '@deelema/kinematics';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { collect } from '../support/event-files.ts';
import { sampleFile, TOP_SAMPLE } from '../support/samples.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** E² − p² of a1 + b1, and its root, in SQL: an independent reader and an independent computation. */
const MASSES = `
  SELECT event, sqrt((a1_E + b1_E) ** 2 - (a1_px + b1_px) ** 2 - (a1_py + b1_py) ** 2 - (a1_pz + b1_pz) ** 2) AS m
  FROM events ORDER BY event`;

/** The sample in a format of its own, and our masses of a1 + b1. */
async function converted(name: string): Promise<{ path: string; ours: ArrayLike<number> }> {
  const folder = temporaryFolder();
  const [arrow, path] = [join(folder, 'events.arrow'), join(folder, name)];
  await convertEvents(sampleFile(TOP_SAMPLE), arrow);
  await convertEvents(arrow, path);
  const file = await openEvents(arrow);
  const [batch] = await collect(file.batches());
  await file.close();
  return { path, ours: sumMass(['a1', 'b1'].map((role) => fourMomenta(batch, role))) };
}

/** Both sum up squares of up to 10⁶ GeV² in another order: their difference is good to 1e-9 GeV². */
function expectSame(masses: readonly number[], ours: ArrayLike<number>): void {
  expect(masses).toHaveLength(5000);
  const difference = masses.map((m, i) => Math.abs(m ** 2 - ours[i] ** 2));
  expect(Math.max(...difference)).toBeLessThan(1e-8);
}

describe('DuckDB', () => {
  it('reads the Parquet file, and has the same masses of a1 + b1', async () => {
    const instance = await DuckDBInstance.create(':memory:');
    const connection = await instance.connect();
    const { path, ours } = await converted('events.parquet');
    await connection.run(`CREATE VIEW events AS SELECT * FROM read_parquet('${path}')`);
    const columns = (await connection.runAndReadAll(MASSES)).getColumns();
    expect(columns[0].slice(0, 3)).toEqual([0, 1, 2]);
    expectSame(columns[1] as number[], ours);
    const entries = await connection.runAndReadAll(
      `SELECT decode(value) FROM parquet_kv_metadata('${path}') WHERE decode(key) = 'cross_section_pb'`
    );
    expect(entries.getColumns()[0]).toEqual(['23.79547']);
    const types = await connection.runAndReadAll(
      "SELECT column_type FROM (DESCRIBE events) WHERE column_name IN ('event', 'a1_E') ORDER BY ALL"
    );
    expect(types.getColumns()[0]).toEqual(['DOUBLE', 'UINTEGER']);
    connection.closeSync();
    instance.closeSync();
  });
});

describe('DuckDB-Wasm', () => {
  let database: duckdb.DuckDBBindings;
  beforeAll(async () => {
    const dist = dirname(createRequire(import.meta.url).resolve('@duckdb/duckdb-wasm'));
    const bundle = (name: string) => ({
      mainModule: join(dist, `duckdb-${name}.wasm`),
      mainWorker: join(dist, `duckdb-node-${name}.worker.cjs`),
    });
    const bundles = { mvp: bundle('mvp'), eh: bundle('eh') };
    const { createDuckDB, NODE_RUNTIME, VoidLogger } = duckdb;
    database = await createDuckDB(bundles, new VoidLogger(), NODE_RUNTIME);
    await database.instantiate(() => undefined);
  });
  afterAll(() => database.reset());

  it('takes in the Arrow stream, and has the same masses of a1 + b1', async () => {
    const { path, ours } = await converted('events.arrows');
    const connection = database.connect();
    const stream = new Uint8Array(readFileSync(path));
    connection.insertArrowFromIPCStream(stream, { name: 'events', create: true });
    const table = connection.query(MASSES);
    expect(table.getChild('event')!.get(4999)).toBe(4999);
    expectSame([...(table.getChild('m')!.toArray() as Float64Array)], ours);
    connection.close();
  });
});
