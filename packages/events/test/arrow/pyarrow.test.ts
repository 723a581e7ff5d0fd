import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { openEvents } from '../../src/index.ts';
import { collect } from '../../../../test/support/event-files.ts';
import { sentenceOf } from '../../../../test/support/rejection.ts';

const fixture = (name: string) => fileURLToPath(new URL(`../fixtures/${name}`, import.meta.url));

// Files and values of test/fixtures/make-pyarrow.py: Arrow C++ behind pyarrow 25.0.1.
describe('files written by pyarrow', () => {
  it('are read, nullable columns without nulls included', async () => {
    const file = await openEvents(fixture('pyarrow.arrow'));
    expect(file).toMatchObject({ rows: 11, sample: 'written by pyarrow' });
    const batches = await collect(file.batches());
    expect(batches.map((batch) => batch.length)).toEqual([7, 4]);
    expect(batches[1].columns).toEqual({
      event: Uint32Array.of(7, 8, 9, 10),
      a1_E: Float64Array.of(7 / 3, 8 / 3, 3, 10 / 3),
      split: Uint8Array.of(1, 2, 0, 1),
    });
    await file.close();
  });

  it('are refused if their columns are compressed', async () => {
    const path = fixture('pyarrow-lz4.arrow');
    expect(await sentenceOf(openEvents(path))).toBe(
      `InputError: ${path}: its columns are compressed; write it without compression.`
    );
  });
});
