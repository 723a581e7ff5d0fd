import { existsSync, readdirSync, readlinkSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { openEvents, writeEvents, type EventBatch } from '../../src/index.ts';
import { readEventFile } from '../../../../test/support/event-files.ts';
import { sentenceOf } from '../../../../test/support/rejection.ts';
import { temporaryFolder } from '../../../../test/support/temporary-folder.ts';
import { someEvents } from '../support.ts';

const COLUMNS = ['event', 'a1_E'];
const OPTIONS = { columns: COLUMNS, sample: 'toy' };
const BATCHES = [someEvents(COLUMNS, 5), someEvents(COLUMNS, 3, 5)];

/** Path of a file that is not there yet. */
const newFile = (): string => join(temporaryFolder(), 'events.arrow');

/** The batches, each a while after it was asked for. */
async function* slowly(batches: Iterable<EventBatch>): AsyncGenerator<EventBatch> {
  for (const batch of batches) {
    await setImmediate();
    yield batch;
  }
}

/** The files that this process has open, as Linux lists them. */
function openFiles(): string[] {
  return readdirSync('/proc/self/fd').flatMap((number) => {
    try {
      return [readlinkSync(join('/proc/self/fd', number))];
    } catch {
      // The descriptor of the listing itself is gone by now.
      return [];
    }
  });
}

describe('writeEvents', () => {
  it.each([
    ['a list', () => BATCHES],
    ['an asynchronous source', () => slowly(BATCHES)],
  ])('writes the batches of %s, closes the file and counts the events', async (_, batches) => {
    const path = newFile();
    expect(await writeEvents(path, OPTIONS, batches())).toBe(8);
    const expected = { columnNames: COLUMNS, metadata: { sample: 'toy' }, batches: BATCHES };
    expect(await readEventFile(path)).toEqual(expected);
  });

  it('writes a file without events', async () => {
    const path = newFile();
    expect(await writeEvents(path, OPTIONS, [])).toBe(0);
    expect((await readEventFile(path)).columnNames).toEqual(COLUMNS);
  });

  it('has written a batch before it asks for the next', async () => {
    const path = newFile();
    const sizes: number[] = [];
    function* watched(): Generator<EventBatch> {
      for (const batch of BATCHES) {
        yield batch;
        sizes.push(statSync(path).size);
      }
    }
    await writeEvents(path, OPTIONS, watched());
    // Twelve bytes per event besides what frames them.
    expect(sizes[0]).toBeGreaterThan(5 * 12);
    expect(sizes[1]).toBeGreaterThan(sizes[0] + 3 * 12);
  });

  it('hands on what its source throws, and leaves a file that cannot be read', async () => {
    const path = newFile();
    function* failing(): Generator<EventBatch> {
      yield* BATCHES;
      throw new Error('no more events');
    }
    expect(await sentenceOf(writeEvents(path, OPTIONS, failing()))).toBe('Error: no more events');
    expect(await sentenceOf(openEvents(path))).toContain('the Arrow file is cut off');
  });

  it('ends its source if a batch cannot be written', async () => {
    let ended = false;
    function* source(): Generator<EventBatch> {
      try {
        yield someEvents(['event'], 4);
        yield BATCHES[0];
      } finally {
        ended = true;
      }
    }
    expect(await sentenceOf(writeEvents(newFile(), OPTIONS, source()))).toBe(
      'RangeError: Column a1_E is declared but not written.'
    );
    expect(ended).toBe(true);
  });

  it.runIf(existsSync('/proc/self/fd'))('leaves no file open, come what may', async () => {
    const [good, bad] = [newFile(), newFile()];
    const open: boolean[] = [];
    function* watched(batch: EventBatch, path: string): Generator<EventBatch> {
      open.push(openFiles().includes(path));
      yield batch;
    }
    await writeEvents(good, OPTIONS, watched(BATCHES[0], good));
    await sentenceOf(writeEvents(bad, OPTIONS, watched(someEvents(['event'], 4), bad)));
    expect(open).toEqual([true, true]);
    expect(openFiles().filter((path) => path === good || path === bad)).toEqual([]);
  });

  // /dev/full of Linux takes no byte and reports a full disk.
  it.runIf(existsSync('/dev/full'))('names the file when the disk is full', async () => {
    const sentence = await sentenceOf(writeEvents('/dev/full', OPTIONS, BATCHES));
    expect(sentence).toMatch(/^InputError: \/dev\/full cannot be written: the disk is full; /);
  });
});
