import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { openEvents } from '../../src/index.ts';
import { collect, joined, readEventFile } from '../../../../test/support/event-files.ts';
import { openSource } from '../../src/convert/source.ts';

const fixture = (name: string) => fileURLToPath(new URL(`../fixtures/${name}`, import.meta.url));

// Files and values of test/fixtures/make-pyarrow.py: Arrow C++ behind pyarrow 25.0.1.
describe('files written by pyarrow', () => {
  it.each(['pyarrow.arrow', 'pyarrow.arrows'])(
    '%s is read, nullable columns without nulls included',
    async (name) => {
      const file = await openEvents(fixture(name));
      expect(file).toMatchObject({ rows: 11, metadata: { sample: 'written by pyarrow' } });
      const batches = await collect(file.batches());
      expect(batches.map((batch) => batch.length)).toEqual([7, 4]);
      expect(batches[1].columns).toEqual({
        event: Uint32Array.of(7, 8, 9, 10),
        a1_E: Float64Array.of(7 / 3, 8 / 3, 3, 10 / 3),
        split: Uint8Array.of(1, 2, 0, 1),
      });
      await file.close();
    }
  );

  it.each(['pyarrow-lz4.arrow', 'pyarrow-zstd.arrow'])(
    '%s is unpacked, every bit of 20 000 events',
    async (name) => {
      const { length, columns } = joined(await readEventFile(fixture(name)));
      expect(length).toBe(20_000);
      expect(columns).toEqual({
        event: Uint32Array.from({ length }, (_, i) => i % 1000),
        a1_E: Float64Array.from({ length }, (_, i) => (i % 100) / 3),
        split: Uint8Array.from({ length }, (_, i) => i % 3),
      });
    }
  );

  it('may have our columns in other types, between columns of any type', async () => {
    const file = await openEvents(fixture('pyarrow-foreign.arrow'));
    const [{ columns }] = await collect(file.batches());
    expect(columns).toEqual({
      event: Uint32Array.of(10, 11, 12, 13),
      // The third is the nearest number of 32 bits.
      a1_E: Float64Array.of(1.5, 2.5, Math.fround(1e-3), 4),
      weight: Float64Array.of(1, -1, 1, 1),
      exchanged: Uint8Array.of(1, 0, 0, 1),
      split: Uint8Array.of(0, 1, 2, 0),
      b1_E: Float64Array.of(5, 6, 7, 8),
    });
    expect(file.ignored).toEqual('name jets kind pair view nothing large triple when'.split(' '));
    await file.close();
  });
});

describe('a file written by pandas', () => {
  it('is read, its index and texts passed over', async () => {
    const source = await openSource(fixture('pandas.feather'));
    expect(source.ignored).toEqual(['label']);
    const [{ columns }] = await collect(source.batches);
    expect(columns).toEqual({
      event: Uint32Array.of(0, 1, 2, 3, 4),
      a1_E: Float64Array.from([0, 1, 2, 3, 4], (i) => 0.1 * i),
    });
    await source.close();
  });
});
