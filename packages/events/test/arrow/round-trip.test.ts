import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  Bool,
  RecordBatchReader,
  Table,
  tableFromIPC,
  tableToIPC,
  vectorFromArray,
} from 'apache-arrow';
import { describe, expect, it } from 'vitest';
import {
  BATCH_ROWS,
  createEventWriter,
  mapColumns,
  openEvents,
  writeEvents,
} from '../../src/index.ts';
import type { EventBatch } from '../../src/index.ts';
import { collect } from '../../../../test/support/event-files.ts';
import { sentenceOf } from '../../../../test/support/rejection.ts';
import { temporaryFolder } from '../../../../test/support/temporary-folder.ts';
import { someEvents } from '../support.ts';

const COLUMNS = ['event', 'a1_E', 'a1_px', 'weight', 'split', 'exchanged'];

async function write(path: string, batches: EventBatch[], sample = 'toy'): Promise<void> {
  await writeEvents(path, { columns: COLUMNS, sample }, batches);
}

describe('an Arrow file of events', () => {
  it('hands back what was written, batch by batch', async () => {
    const path = join(temporaryFolder(), 'events.arrow');
    const written = [
      someEvents(COLUMNS, 5),
      someEvents(COLUMNS, 1, 5),
      someEvents(COLUMNS, 130, 6),
    ];
    await write(path, written);
    const file = await openEvents(path);
    expect(file.rows).toBe(136);
    expect(file.columnNames).toEqual(COLUMNS);
    expect(file.metadata.sample).toBe('toy');
    expect(await collect(file.batches())).toEqual(written);
    expect(await collect(file.batches())).toEqual(written);
    await file.close();
  });

  it('reads single columns, in the order asked for', async () => {
    const path = join(temporaryFolder(), 'events.arrow');
    const events = someEvents(COLUMNS, 9);
    await write(path, [events]);
    const file = await openEvents(path);
    const [batch] = await collect(file.batches(['split', 'a1_E']));
    expect(Object.keys(batch.columns)).toEqual(['split', 'a1_E']);
    expect(batch.columns.a1_E).toEqual(events.columns.a1_E);
    await file.close();
  });

  it('keeps every bit of a number: −0, NaN, infinities and subnormals', async () => {
    const path = join(temporaryFolder(), 'events.arrow');
    const values = [-0, NaN, Infinity, -Infinity, 5e-324, 1 / 3, Number.MAX_VALUE];
    const events = someEvents(COLUMNS, values.length);
    (events.columns.a1_E as Float64Array).set(values);
    await write(path, [events]);
    const file = await openEvents(path);
    const [batch] = await collect(file.batches(['a1_E']));
    expect([...batch.columns.a1_E]).toEqual(values);
    await file.close();
  });

  it('writes views into larger arrays', async () => {
    const path = join(temporaryFolder(), 'events.arrow');
    const { columns } = someEvents(COLUMNS, 100);
    await write(path, [
      { length: 23, columns: mapColumns(columns, (all) => all.subarray(37, 60)) },
    ]);
    const file = await openEvents(path);
    expect(await collect(file.batches())).toEqual([someEvents(COLUMNS, 23, 37)]);
    await file.close();
  });

  it('may be without events, and still has columns', async () => {
    const path = join(temporaryFolder(), 'events.arrow');
    await write(path, []);
    const file = await openEvents(path);
    expect(file.rows).toBe(0);
    expect(file.columnNames).toEqual(COLUMNS);
    expect(await collect(file.batches())).toEqual([]);
    await file.close();
  });

  it('has the same bytes for the same content', async () => {
    const folder = temporaryFolder();
    const batches = () => [someEvents(COLUMNS, 61), someEvents(COLUMNS, 3, 61)];
    await write(join(folder, 'one.arrow'), batches());
    await write(join(folder, 'two.arrow'), batches());
    await write(join(folder, 'other.arrow'), batches(), 'another sample');
    const [one, two, other] = ['one', 'two', 'other'].map((name) =>
      readFileSync(join(folder, `${name}.arrow`))
    );
    expect(one.equals(two)).toBe(true);
    expect(one.equals(other)).toBe(false);
  });

  // The reference is apache-arrow's own reader, which shares no code with ours but the footer's decoder.
  it('is read by apache-arrow: same values, no nulls, units and sample in the metadata', async () => {
    const path = join(temporaryFolder(), 'events.arrow');
    await write(path, [someEvents(COLUMNS, 8), someEvents(COLUMNS, 8, 8)]);
    const table = tableFromIPC(readFileSync(path));
    expect(table.numRows).toBe(16);
    expect(table.batches).toHaveLength(2);
    expect(table.schema.metadata.get('sample')).toBe('toy');
    const units = table.schema.fields.map((field) => field.metadata.get('unit'));
    expect(units).toEqual([undefined, 'GeV', 'GeV', undefined, undefined, undefined]);
    expect(table.schema.fields.some((field) => field.nullable)).toBe(false);
    for (const [name, column] of Object.entries(someEvents(COLUMNS, 16).columns)) {
      expect(table.getChild(name)!.toArray()).toEqual(column);
    }
  });

  it('gives apache-arrow one Float64Array per batch and column, without a copy', async () => {
    const path = join(temporaryFolder(), 'events.arrow');
    await write(path, [someEvents(COLUMNS, 8)]);
    const bytes = readFileSync(path);
    const [batch] = [...RecordBatchReader.from(new Uint8Array(bytes))];
    const column = batch.getChild('a1_E')!.toArray() as Float64Array;
    expect(column).toBeInstanceOf(Float64Array);
    expect(column.buffer.byteLength).toBe(bytes.byteLength);
  });
});

describe('a record batch of many rows', () => {
  const rows = 2 * BATCH_ROWS + 10;

  it.each(['file', 'stream'] as const)('is read in slices: %s', async (container) => {
    const path = join(temporaryFolder(), 'events.arrow');
    const all = someEvents(COLUMNS, rows);
    await writeEvents(path, { columns: COLUMNS, sample: '', container }, [all]);
    const file = await openEvents(path);
    const batches = await collect(file.batches());
    expect(batches.map((batch) => batch.length)).toEqual([BATCH_ROWS, BATCH_ROWS, 10]);
    expect(batches[1]).toEqual(someEvents(COLUMNS, BATCH_ROWS, BATCH_ROWS));
    expect(batches[2]).toEqual(someEvents(COLUMNS, 10, 2 * BATCH_ROWS));
    await file.close();
  });

  it('may hold truth values, eight to a byte', async () => {
    const path = join(temporaryFolder(), 'events.arrow');
    const truth = Array.from({ length: BATCH_ROWS + 11 }, (_, i) => i % 3 === 0);
    const table = new Table({ exchanged: vectorFromArray(truth, new Bool()) });
    writeFileSync(path, tableToIPC(table, 'file'));
    const file = await openEvents(path);
    const values = (await collect(file.batches())).flatMap(({ columns }) => [...columns.exchanged]);
    expect(values).toEqual(truth.map(Number));
    await file.close();
  });
});

describe('createEventWriter', () => {
  const options = { columns: COLUMNS, sample: 'toy' };

  it('refuses a batch that lacks a column or has one of another length or type', async () => {
    const writer = await createEventWriter(join(temporaryFolder(), 'events.arrow'), options);
    const { columns } = someEvents(COLUMNS, 4);
    const fewer = { ...columns };
    delete fewer.a1_px;
    expect(await sentenceOf(writer.write({ length: 4, columns: fewer }))).toBe(
      'RangeError: Column a1_px is declared but not written.'
    );
    expect(await sentenceOf(writer.write({ length: 3, columns }))).toBe(
      'RangeError: Column event has 4 events, expected 3.'
    );
    const wrong = { ...columns, event: Float64Array.of(0, 1, 2, 3) };
    expect(await sentenceOf(writer.write({ length: 4, columns: wrong }))).toBe(
      'TypeError: Column event is float64, expected uint32.'
    );
    await writer.abort();
  });

  it('refuses a column declared twice', async () => {
    const twice = { columns: ['event', 'event'], sample: '' };
    expect(await sentenceOf(createEventWriter('never-written.arrow', twice))).toBe(
      'RangeError: Column event is declared twice.'
    );
  });

  it('leaves an unreadable file when aborted', async () => {
    const path = join(temporaryFolder(), 'events.arrow');
    const writer = await createEventWriter(path, options);
    await writer.write(someEvents(COLUMNS, 50));
    await writer.abort();
    expect(await sentenceOf(openEvents(path))).toBe(
      `InputError: ${path}: the Arrow file is cut off; write it anew.`
    );
  });
});
