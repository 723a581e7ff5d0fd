import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { InputError } from '@deelema/events';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readScaling } from '../src/data/standardisation.ts';
import { scalingRecord, temporaryFolder, toyEvents } from './support.ts';

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => (folder = temporaryFolder()));
afterEach(() => folder.remove());

function readText(text: string) {
  const path = join(folder.dir, 'scaling.json');
  writeFileSync(path, text);
  return readScaling(path);
}

describe('readScaling', () => {
  it('gives the 18 inputs as they are written', async () => {
    const record = scalingRecord(toyEvents(20));
    expect(await readText(JSON.stringify(record))).toEqual(record.inputs);
  });

  it('refuses inputs in another order', async () => {
    const record = scalingRecord(toyEvents(20));
    const reversed = { ...record, inputs: record.inputs.toReversed() };
    await expect(readText(JSON.stringify(reversed))).rejects.toThrow(/inputs must be a1_E, a1_px/);
  });

  it('refuses what is not JSON', async () => {
    await expect(readText('{')).rejects.toBeInstanceOf(InputError);
  });
});
