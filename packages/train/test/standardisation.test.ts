import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { InputError } from '@deelema/events';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { toRows } from '../src/data/rows.ts';
import { ptmissMoments, readScaling } from '../src/data/standardisation.ts';
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
  it('gives the 16 inputs as they are written', async () => {
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

describe('ptmissMoments', () => {
  it('is mean and standard deviation of both components, in GeV', () => {
    const events = toyEvents(50);
    const sample = { rows: toRows(events, 100), length: 50, weights: undefined };
    const moments = ptmissMoments(sample, 100);
    for (const [i, name] of ['ptmiss_x', 'ptmiss_y'].entries()) {
      const values = [...(events.columns[name] as Float64Array)];
      const mean = values.reduce((a, b) => a + b) / 50;
      const std = Math.sqrt(values.reduce((a, b) => a + (b - mean) ** 2, 0) / 50);
      expect(moments[i].name).toBe(name);
      // Rows are float32.
      expect(Math.abs(moments[i].mean - mean) / std).toBeLessThan(1e-6);
      expect(Math.abs(moments[i].std / std - 1)).toBeLessThan(1e-6);
    }
  });
});
