import {
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { tableFromIPC } from 'apache-arrow';
import { describe, expect, it } from 'vitest';
import { convertEvents, createEventWriter, openEvents, writeEvents } from '../../src/index.ts';
import { collect, joined, readEventFile } from '../../../../test/support/event-files.ts';
import { inBatches } from '../../../../test/support/make-events.ts';
import { sentenceOf } from '../../../../test/support/rejection.ts';
import { temporaryFolder } from '../../../../test/support/temporary-folder.ts';
import { someEvents } from '../support.ts';

const COLUMNS = ['event', 'a1_E', 'weight', 'split'];
const BATCHES = inBatches((rows, first) => someEvents(COLUMNS, rows, first), [50, 7, 30, 13]);
const NAMES = ['events.arrow', 'events.part2.arrow', 'events.part3.arrow', 'events.part4.arrow'];

/** Path of a file of 100 events in four pieces: so short that every batch is one. */
async function inPieces(folder = temporaryFolder()): Promise<string> {
  const path = join(folder, 'events.arrow');
  await writeEvents(path, { columns: COLUMNS, sample: 'toy', pieceBytes: 1 }, BATCHES);
  return path;
}

const part = (path: string, number: number) => path.replace('.arrow', `.part${number}.arrow`);

describe('a file of events in pieces', () => {
  it('is several files, read as one', async () => {
    const path = await inPieces();
    expect(readdirSync(join(path, '..')).sort()).toEqual([...NAMES].sort());
    const file = await openEvents(path);
    expect(file).toMatchObject({ rows: 100, pieces: 4, columnNames: COLUMNS });
    expect(file.metadata.sample).toBe('toy');
    expect(await collect(file.batches())).toEqual(BATCHES);
    expect(await collect(file.batches(['split']))).toHaveLength(4);
    await file.close();
  });

  it('keeps each piece below the length that is given, and cuts no more often than needed', async () => {
    const path = join(temporaryFolder(), 'events.arrow');
    const batches = inBatches(
      (rows, first) => someEvents(COLUMNS, rows, first),
      Array(40).fill(1000)
    );
    const pieceBytes = 200_000;
    await writeEvents(path, { columns: COLUMNS, sample: '', pieceBytes }, batches);
    const sizes = readdirSync(join(path, '..')).map(
      (name) => statSync(join(path, '..', name)).size
    );
    expect(Math.max(...sizes)).toBeLessThanOrEqual(pieceBytes);
    // 40 000 events of 21 bytes are 840 kB; 32 kB of each piece are kept free for its footer.
    expect(sizes).toHaveLength(Math.ceil(840_000 / (pieceBytes - 32_768 - 21_000)));
    const all = joined(await readEventFile(path));
    expect(all).toEqual(someEvents(COLUMNS, 40_000));
  });

  it('is one file without a cut', async () => {
    const path = join(temporaryFolder(), 'events.arrow');
    await writeEvents(path, { columns: COLUMNS, sample: 'toy' }, BATCHES);
    expect(readdirSync(join(path, '..'))).toEqual(['events.arrow']);
    const file = await openEvents(path);
    expect(file.pieces).toBe(1);
    await file.close();
  });

  it('has pieces that apache-arrow takes as complete files, by their end or in order', async () => {
    const path = await inPieces();
    for (const [i, name] of NAMES.entries()) {
      const bytes = readFileSync(join(path, '..', name));
      // Behind the magic, a file is a stream.
      for (const read of [bytes, bytes.subarray(8)]) {
        const table = tableFromIPC(read);
        expect(table.numRows).toBe(BATCHES[i].length);
        expect(table.getChild('a1_E')!.toArray()).toEqual(BATCHES[i].columns.a1_E);
        expect(table.schema.metadata.get('sample')).toBe('toy');
        expect(table.schema.metadata.get('piece')).toBe(i === 0 ? undefined : String(i + 1));
      }
    }
  });

  it.each([2, 3, 4])('is not read without piece %i', async (number) => {
    const path = await inPieces();
    rmSync(part(path, number));
    expect(await sentenceOf(openEvents(path))).toBe(
      `InputError: ${path} is continued in ${part(path, number)}, which is missing; ` +
        'put it beside the file, or write the file anew.'
    );
  });

  it('is not read with a piece that is cut off, of another file, or out of order', async () => {
    const path = await inPieces();
    const third = readFileSync(part(path, 3));
    writeFileSync(part(path, 3), third.subarray(0, -5));
    expect(await sentenceOf(openEvents(path))).toContain('part3.arrow: the Arrow file is cut off');
    renameSync(part(path, 2), part(path, 3));
    writeFileSync(part(path, 2), third);
    expect(await sentenceOf(openEvents(path))).toBe(
      `InputError: ${part(path, 2)} does not continue ${path}: it says that it is piece 3 from row 57 on, ` +
        'expected piece 2 from row 50 on; write the file anew.'
    );
    const options = { columns: ['event', 'b1_E'], sample: 'toy', pieceBytes: 1 };
    const other = join(temporaryFolder(), 'events.arrow');
    const batches = inBatches((n, first) => someEvents(options.columns, n, first), [50, 7]);
    await writeEvents(other, options, batches);
    renameSync(part(other, 2), part(path, 2));
    expect(await sentenceOf(openEvents(path))).toContain('part2.arrow does not continue');
    expect(await sentenceOf(openEvents(path))).toContain('it has other columns; write');
  });

  it('is given by its first piece', async () => {
    const path = await inPieces();
    expect(await sentenceOf(openEvents(part(path, 2)))).toBe(
      `InputError: ${part(path, 2)} is piece 2 of a larger file; ` +
        'give the first piece, the one without .part2 in its name.'
    );
  });

  it('leaves no piece behind when it is written anew, and no other file goes', async () => {
    const folder = temporaryFolder();
    const others = [
      'events.part1.arrow',
      'events.part2.csv',
      'my-events.part2.arrow',
      'part2.arrow',
    ];
    for (const name of others) writeFileSync(join(folder, name), '');
    const path = await inPieces(folder);
    const writer = await createEventWriter(path, { columns: COLUMNS, sample: '' });
    await writer.close();
    expect(readdirSync(folder).sort()).toEqual(['events.arrow', ...others].sort());
  });

  it('becomes one file by conversion, also in its own place', async () => {
    const path = await inPieces();
    const to = join(temporaryFolder(), 'all.feather');
    expect((await convertEvents(path, to)).written).toBe(100);
    expect(joined(await readEventFile(to))).toEqual(joined(await readEventFile(path)));
    await convertEvents(path, path);
    expect(readdirSync(join(path, '..'))).toEqual(['events.arrow']);
    expect(joined(await readEventFile(path))).toEqual(someEvents(COLUMNS, 100));
  });

  it.runIf(existsSync('/proc/self/fd'))('is closed, come what may', async () => {
    const path = await inPieces();
    const before = readdirSync('/proc/self/fd').length;
    await (await openEvents(path)).close();
    rmSync(part(path, 4));
    await sentenceOf(openEvents(path));
    expect(readdirSync('/proc/self/fd').length).toBe(before);
  });
});

describe('an Arrow stream that we write', () => {
  it('is never cut, and reads back the same', async () => {
    const path = join(temporaryFolder(), 'events.arrows');
    const options = {
      columns: COLUMNS,
      sample: 'toy',
      container: 'stream',
      pieceBytes: 1,
    } as const;
    await writeEvents(path, options, BATCHES);
    expect(readFileSync(path).readInt32LE(0)).toBe(-1);
    expect(await readEventFile(path)).toEqual({
      columnNames: COLUMNS,
      metadata: { sample: 'toy' },
      batches: BATCHES,
    });
    expect(tableFromIPC(readFileSync(path)).numRows).toBe(100);
  });

  it('is refused when it is cut off anywhere', async () => {
    const path = join(temporaryFolder(), 'events.arrows');
    await writeEvents(path, { columns: COLUMNS, sample: 'toy', container: 'stream' }, BATCHES);
    const whole = readFileSync(path);
    for (let bytes = 8; bytes < whole.length; bytes += 97) {
      writeFileSync(path, whole.subarray(0, bytes));
      expect(await sentenceOf(openEvents(path)), `${bytes} bytes`).toContain(
        'is cut off; write it'
      );
    }
  });
});
