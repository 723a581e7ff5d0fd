import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { tableFromArrays, Table, tableToIPC, Uint32, vectorFromArray } from 'apache-arrow';
import { describe, expect, it } from 'vitest';
import { createEventWriter, openEvents } from '../../src/index.ts';
import { collect, writeBatches } from '../../../../test/support/event-files.ts';
import { sentenceOf } from '../../../../test/support/rejection.ts';
import { temporaryFolder } from '../../../../test/support/temporary-folder.ts';
import { someEvents } from '../support.ts';

const COLUMNS = ['event', 'a1_E'];

/** Path of a file with the given bytes. */
function file(bytes: Uint8Array | string): string {
  const path = join(temporaryFolder(), 'events.arrow');
  writeFileSync(path, bytes);
  return path;
}

async function goodFile(): Promise<string> {
  const path = file('');
  await writeBatches(path, [someEvents(COLUMNS, 100)], 'toy');
  return path;
}

describe('openEvents', () => {
  it('says so if there is no file, or a folder', async () => {
    const folder = temporaryFolder();
    const path = join(folder, 'nowhere.arrow');
    expect(await sentenceOf(openEvents(path))).toBe(
      `InputError: ${path} cannot be read: there is no such file; check the path (ENOENT).`
    );
    expect(await sentenceOf(openEvents(folder))).toBe(
      `InputError: ${folder} cannot be read: it is a folder, expected a file (EISDIR).`
    );
  });

  it.each([
    ['', 'it is empty'],
    ['event,a1_E\n0,1\n', 'it begins with "event,a1"'],
    ['\x1f\u0000\u0001', 'it begins with "..."'],
  ])('refuses what is not Arrow: %j', async (content, received) => {
    const path = file(content);
    expect(await sentenceOf(openEvents(path))).toBe(
      `InputError: ${path} is not an Arrow file (${received}); expected the Arrow IPC file format.`
    );
  });

  it('refuses an Arrow stream', async () => {
    const path = file(tableToIPC(tableFromArrays({ a1_E: Float64Array.of(1) }), 'stream'));
    expect(await sentenceOf(openEvents(path))).toContain('is an Arrow stream');
  });

  it('refuses a file cut off anywhere', async () => {
    const whole = readFileSync(await goodFile());
    for (const bytes of [8, 12, 17, 18, 300, 1000, whole.length - 11, whole.length - 1]) {
      const sentence = await sentenceOf(openEvents(file(whole.subarray(0, bytes))));
      expect(sentence, `${bytes} bytes`).toMatch(/^InputError: .* the Arrow file is cut off; /);
    }
  });

  it('refuses a file with its middle missing', async () => {
    const whole = readFileSync(await goodFile());
    const path = file(Buffer.concat([whole.subarray(0, 200), whole.subarray(600)]));
    expect(await sentenceOf(openEvents(path))).toMatch(/^InputError: .*(cut off|damaged)/);
  });

  it('names a column of another type and both types', async () => {
    const table = tableFromArrays({ event: BigInt64Array.of(1n) });
    const path = file(tableToIPC(table, 'file'));
    expect(await sentenceOf(openEvents(path))).toBe(
      `InputError: ${path}: column event is Int64, expected Uint32.`
    );
    const single = file(tableToIPC(tableFromArrays({ a1_E: Float32Array.of(1) }), 'file'));
    expect(await sentenceOf(openEvents(single))).toContain('is Float32, expected Float64.');
  });

  it('refuses nulls, but takes a nullable column without any', async () => {
    const withNull = { event: vectorFromArray([1, null, 3, null], new Uint32()) };
    const path = file(tableToIPC(new Table(withNull), 'file'));
    expect(await sentenceOf(openEvents(path))).toBe(
      `InputError: ${path}: column event has 2 nulls, expected none.`
    );
    const without = { event: vectorFromArray([1, 2, 3], new Uint32()) };
    const events = await openEvents(file(tableToIPC(new Table(without), 'file')));
    const [batch] = await collect(events.batches());
    expect(batch).toEqual({ length: 3, columns: { event: Uint32Array.of(1, 2, 3) } });
    await events.close();
  });

  it('lists what there is when a column is missing', async () => {
    const path = await goodFile();
    const events = await openEvents(path);
    expect(await sentenceOf(collect(events.batches(['b1_E', 'event', 'c1_E'])))).toBe(
      `InputError: ${path}: columns b1_E, c1_E missing; the file has event, a1_E.`
    );
    await events.close();
  });
});

describe('createEventWriter', () => {
  const options = { columns: COLUMNS, sample: 'toy' };

  it('says so if the folder does not exist', async () => {
    const path = join(temporaryFolder(), 'no-folder', 'events.arrow');
    expect(await sentenceOf(createEventWriter(path, options))).toBe(
      `InputError: ${path} cannot be written: its folder does not exist; check the path (ENOENT).`
    );
  });

  // /dev/full of Linux takes no byte and reports a full disk.
  it.runIf(existsSync('/dev/full'))('names the file when the disk is full', async () => {
    const full =
      'InputError: /dev/full cannot be written: the disk is full; ' +
      'free some space or choose another folder (ENOSPC).';
    const writer = await createEventWriter('/dev/full', options);
    expect(await sentenceOf(writer.write(someEvents(COLUMNS, 100_000)))).toBe(full);
    await writer.abort();
    const empty = await createEventWriter('/dev/full', options);
    expect(await sentenceOf(empty.close())).toBe(full);
  });
});
