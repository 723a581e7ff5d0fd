import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createParquetWriter } from '../../src/parquet/writer.ts';
import { errorOf, sentenceOf } from '../../../../test/support/rejection.ts';
import { temporaryFolder } from '../../../../test/support/temporary-folder.ts';
import { someEvents } from '../support.ts';

describe('createParquetWriter', () => {
  // Every write to this device fails as on a full disk; it stands on Linux only.
  it.runIf(existsSync('/dev/full'))('says that the disk is full', async () => {
    const writer = await createParquetWriter('/dev/full', { columns: ['weight'], sample: '' });
    await writer.write(someEvents(['weight'], 10));
    expect(await sentenceOf(writer.close())).toMatch(
      /^InputError: \/dev\/full cannot be written: the disk is full;.*\(ENOSPC\)\.$/
    );
  });

  it('refuses a folder that is not there, and a column that is declared twice', async () => {
    const path = join(temporaryFolder(), 'absent', 'x.parquet');
    expect(await sentenceOf(createParquetWriter(path, { columns: ['weight'], sample: '' }))).toBe(
      `InputError: ${path} cannot be written: its folder does not exist; check the path (ENOENT).`
    );
    const twice = createParquetWriter(path, { columns: ['weight', 'weight'], sample: '' });
    expect(await sentenceOf(twice)).toBe('RangeError: Column weight is declared twice.');
  });

  it.each([
    [{}, 'RangeError', 'Column weight is declared but not written.'],
    [{ weight: new Float64Array(3) }, 'RangeError', 'Column weight has 3 events, expected 2.'],
    [{ weight: new Uint32Array(2) }, 'TypeError', 'Column weight is uint32, expected float64.'],
  ])('refuses %j for a weight of two events', async (columns, name, message) => {
    const path = join(temporaryFolder(), 'x.parquet');
    const writer = await createParquetWriter(path, { columns: ['weight'], sample: '' });
    const error = await errorOf(writer.write({ length: 2, columns }));
    expect(error).toMatchObject({ name, message });
    await writer.abort();
  });
});
