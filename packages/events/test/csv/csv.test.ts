import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { createCsvWriter, readCsv, readCsvHeader } from '../../src/index.ts';
import type { EventBatch } from '../../src/index.ts';
import { collect } from '../../../../test/support/event-files.ts';
import { sentenceOf } from '../../../../test/support/rejection.ts';
import { temporaryFolder } from '../../../../test/support/temporary-folder.ts';
import { someEvents } from '../support.ts';

const COLUMNS = ['event', 'a1_E', 'weight', 'split'];

async function write(path: string, batches: EventBatch[]): Promise<void> {
  const writer = await createCsvWriter(path, { columns: COLUMNS });
  for (const batch of batches) await writer.write(batch);
  await writer.close();
}

/** Path of a file with the given content. */
function file(content: string): string {
  const path = join(temporaryFolder(), 'events.csv');
  writeFileSync(path, content);
  return path;
}

describe('a CSV file of events', () => {
  it('is a header row and one row per event', async () => {
    const path = file('');
    const columns = {
      event: Uint32Array.of(0, 4294967295),
      a1_E: Float64Array.of(0.1, -0),
      weight: Float64Array.of(1, 5e-324),
      split: Uint8Array.of(2, 0),
    };
    await write(path, [{ length: 2, columns }]);
    expect(readFileSync(path, 'utf8')).toBe(
      'event,a1_E,weight,split\n0,0.1,1,2\n4294967295,-0,5e-324,0\n'
    );
  });

  it('hands back every bit, in batches of any length', async () => {
    const path = file('');
    const events = someEvents(COLUMNS, 3000);
    const values = [-0, NaN, Infinity, -Infinity, 5e-324, 1 / 3, Number.MAX_VALUE];
    (events.columns.a1_E as Float64Array).set(values);
    await write(path, [events]);
    expect(await collect(readCsv(path))).toEqual([events]);
    const parts = await collect(readCsv(path, { batchRows: 1100 }));
    expect(parts.map((part) => part.length)).toEqual([1100, 1100, 800]);
    const joined = parts.flatMap((part) => [...part.columns.weight]);
    expect(joined).toEqual([...events.columns.weight]);
  });

  it('may come from other writers', async () => {
    const path = file('\ufeff"event", "a1_E" \r\n 1 , 1e3 \r\n\r\n2,+inf\r\n3,nan');
    const [batch] = await collect(readCsv(path));
    expect(batch).toEqual({
      length: 3,
      columns: { event: Uint32Array.of(1, 2, 3), a1_E: Float64Array.of(1000, Infinity, NaN) },
    });
  });

  it('may have texts in columns that are not asked for, in quotes or not', async () => {
    const path = file('label,a1_E,"note, long",event\n"x, ""y""",1.5,,7\nplain,2.5,"a,b",8\n');
    const [batch] = await collect(readCsv(path, { columns: ['event', 'a1_E'] }));
    expect(batch.columns).toEqual({
      event: Uint32Array.of(7, 8),
      a1_E: Float64Array.of(1.5, 2.5),
    });
  });

  it('may be packed with gzip, by its name', async () => {
    const folder = temporaryFolder();
    const [packed, plain] = [join(folder, 'events.csv.gz'), join(folder, 'events.csv')];
    await write(packed, [someEvents(COLUMNS, 3000)]);
    await write(plain, [someEvents(COLUMNS, 3000)]);
    expect(gunzipSync(readFileSync(packed)).equals(readFileSync(plain))).toBe(true);
    expect(await collect(readCsv(packed))).toEqual([someEvents(COLUMNS, 3000)]);
  });

  it('may have truth values where 0 and 1 are expected', async () => {
    const path = file('exchanged\nTrue\nFALSE\n1\n');
    const [batch] = await collect(readCsv(path));
    expect(batch.columns.exchanged).toEqual(Uint8Array.of(1, 0, 1));
  });

  it('may have no events', async () => {
    const path = file('event,a1_E\n');
    expect(await readCsvHeader(path)).toEqual(['event', 'a1_E']);
    expect(await collect(readCsv(path))).toEqual([]);
  });
});

describe('a broken CSV file', () => {
  it.each([
    ['event,a1_E\n0,1\n1,abc\n', ', line 3: column a1_E is "abc", expected a number.'],
    ['event,a1_E\n0,\n', ', line 2: column a1_E is "", expected a number.'],
    ['event,a1_E\n0,0x10\n', ', line 2: column a1_E is "0x10", expected a number.'],
    ['split,a1_E\n256,1\n', ', line 2: column split is "256", expected an integer from 0 to 255.'],
    ['event\n1.5\n', ', line 2: column event is "1.5", expected an integer from 0 to 4294967295.'],
    ['event\n-1\n', ', line 2: column event is "-1", expected an integer from 0 to 4294967295.'],
    ['event,a1_E\n0,1,2\n', ', line 2: the row has 3 cells, expected 2.'],
    ['event,a1_E\n0\n', ', line 2: the row has 1 cells, expected 2.'],
    ['event,event\n', ', line 1: column event stands twice.'],
    [
      'event;a1_E\n',
      ', line 1: the header row has "event;a1_E", expected column names such as a1_E.',
    ],
    ['', ' is empty, expected a header row with column names.'],
  ])('%j', async (content, expected) => {
    const path = file(content);
    expect(await sentenceOf(collect(readCsv(path)))).toBe(`InputError: ${path}${expected}`);
  });
});

describe('createCsvWriter', () => {
  it('refuses a batch without a declared column', async () => {
    const writer = await createCsvWriter(file(''), { columns: ['event', 'b1_E'] });
    expect(await sentenceOf(writer.write(someEvents(COLUMNS, 3)))).toBe(
      'RangeError: Column b1_E is declared but not written.'
    );
    await writer.abort();
  });

  // /dev/full of Linux takes no byte and reports a full disk.
  it.runIf(existsSync('/dev/full'))('names the file when the disk is full', async () => {
    expect(await sentenceOf(write('/dev/full', [someEvents(COLUMNS, 10)]))).toMatch(
      /^InputError: \/dev\/full cannot be written: the disk is full; /
    );
  });
});
