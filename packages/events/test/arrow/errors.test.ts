import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  Float16,
  tableFromArrays,
  Table,
  tableToIPC,
  Uint32,
  Utf8,
  vectorFromArray,
} from 'apache-arrow';
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
      `InputError: ${path} is not an Arrow file (${received}); expected the Arrow IPC file or stream format.`
    );
  });

  it('refuses Feather before version 2, which is not Arrow', async () => {
    const path = file('FEA1\0\0\0\0');
    expect(await sentenceOf(openEvents(path))).toBe(
      `InputError: ${path} is a Feather file of version 1, expected version 2, ` +
        'which is the Arrow IPC file format; write it anew.'
    );
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
    const texts = file(
      tableToIPC(new Table({ event: vectorFromArray(['a'], new Utf8()) }), 'file')
    );
    expect(await sentenceOf(openEvents(texts))).toBe(
      `InputError: ${texts}: column event is Utf8, expected Uint32 (other integers are taken, too).`
    );
    const real = file(tableToIPC(tableFromArrays({ event: Float64Array.of(1) }), 'file'));
    expect(await sentenceOf(openEvents(real))).toContain(
      'column event is Float64, expected Uint32'
    );
    const half = file(tableToIPC(new Table({ a1_E: vectorFromArray([1], new Float16()) }), 'file'));
    expect(await sentenceOf(openEvents(half))).toContain(
      'column a1_E is Float16, expected Float64'
    );
  });

  it.each([
    ['event', BigInt64Array.of(1n, -1n), '-1 in row 1', '0 to 4294967295'],
    ['event', BigUint64Array.of(4294967296n), '4294967296 in row 0', '0 to 4294967295'],
    ['split', Int32Array.of(0, 1, 256), '256 in row 2', '0 to 255'],
    ['weight', BigInt64Array.of(2n ** 53n), '9007199254740992 in row 0', '9007199254740991'],
  ])('names a value of %s that does not fit', async (name, values, received, expected) => {
    const events = await openEvents(file(tableToIPC(tableFromArrays({ [name]: values }), 'file')));
    const sentence = await sentenceOf(collect(events.batches()));
    expect(sentence).toContain(
      `column ${name} is ${received} (counted from 0), expected an integer`
    );
    expect(sentence).toContain(`${expected}.`);
    await events.close();
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

describe('a damaged Arrow file', () => {
  // Every byte may be wrong: whatever comes out, it is events or a sentence.
  it.each(['pyarrow-foreign.arrow', 'pyarrow.arrows', 'pyarrow-lz4.arrow', 'pyarrow-zstd.arrow'])(
    'gives events or an InputError: %s',
    async (name) => {
      const whole = readFileSync(new URL(`../fixtures/${name}`, import.meta.url));
      const draw = random(7);
      let refused = 0;
      for (let round = 0; round < 150; round++) {
        const bytes = Buffer.from(whole);
        for (let k = 0; k < 3; k++) bytes[Math.floor(draw() * bytes.length)] = draw() * 256;
        const sentence = await readAll(file(bytes));
        if (sentence === undefined) continue;
        expect(sentence).toMatch(/^InputError: .*\.$/);
        refused++;
      }
      expect(refused).toBeGreaterThan(10);
    }
  );
});

/** What is thrown when a file is read; undefined if nothing is. */
async function readAll(path: string): Promise<string | undefined> {
  try {
    const events = await openEvents(path);
    try {
      await collect(events.batches());
    } finally {
      await events.close();
    }
    return undefined;
  } catch (error) {
    return String(error);
  }
}

/** Numbers from 0 to 1 that are the same in every run: a linear congruence. */
function random(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32) / 2 ** 32;
}

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
