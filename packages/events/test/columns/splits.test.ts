import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { inBatches, makeEvents } from '../../../../test/support/make-events.ts';
import { countSplits, openEvents, splitCode, SPLITS, writeEvents } from '../../src/index.ts';
import type { SplitCounts } from '../../src/index.ts';

let dir: string;
beforeEach(() => (dir = mkdtempSync(join(tmpdir(), 'deelema-splits-'))));
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const COLUMNS = ['event', 'split'];

async function count(
  splits: readonly number[],
  lengths: readonly number[],
  signal = new AbortController().signal
): Promise<SplitCounts> {
  const path = join(dir, 'events.arrow');
  const make = (rows: number, first: number) =>
    makeEvents(COLUMNS, rows, (name, i) => (name === 'split' ? splits[i] : 10 + i), first);
  await writeEvents(path, { columns: COLUMNS, sample: '' }, inBatches(make, lengths));
  const file = await openEvents(path);
  try {
    return await countSplits(file, signal);
  } finally {
    await file.close();
  }
}

describe('splitCode', () => {
  it('is the number in the event files, which other programs read', () => {
    expect(SPLITS.map(splitCode)).toEqual([0, 1, 2]);
    expect(splitCode('validation')).toBe(1);
  });
});

describe('countSplits', () => {
  it('counts over all record batches', async () => {
    const counts = await count([0, 2, 0, 1, 0, 1], [2, 3, 1]);
    expect(counts).toEqual({ train: 3, validation: 2, test: 1 });
  });

  it('counts 0 where a split is empty', async () => {
    expect(await count([2, 2], [2])).toEqual({ train: 0, validation: 0, test: 2 });
  });

  it('names file and event of an unknown split', async () => {
    await expect(count([0, 1, 7], [1, 2])).rejects.toThrow(
      /events\.arrow: event 12 has split = 7, expected 0, 1 or 2; run preprocess again\.$/
    );
  });

  it('stops when it is told to', async () => {
    await expect(count([0], [1], AbortSignal.abort())).rejects.toThrow(/aborted/);
  });
});
