import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { frozenEvaluation } from '../../../test/support/frozen-evaluation.ts';
import {
  evaluationSchema,
  INPUT_COLUMNS,
  readRecord,
  scalingSchema,
  writeRecord,
} from '../src/index.ts';

let path: string;
beforeEach(() => {
  path = join(mkdtempSync(join(tmpdir(), 'records-')), 'scaling.json');
});
afterEach(() => rmSync(join(path, '..'), { recursive: true }));

const scaling = {
  schemaVersion: 1 as const,
  events: { train: 7, validation: 2, test: 1 },
  inputs: INPUT_COLUMNS.map((name, i) => ({ name, mean: i / 3, std: 1 })),
};

describe('writeRecord and readRecord', () => {
  it('give back what was written, to the last bit', async () => {
    await writeRecord(path, scalingSchema, scaling);
    expect(await readRecord(path, scalingSchema, 'preprocess')).toEqual(scaling);
  });

  it('write no document that is not in the schema', async () => {
    const reversed = { ...scaling, inputs: [...scaling.inputs].reverse() };
    await expect(writeRecord(path, scalingSchema, reversed)).rejects.toThrow(
      'inputs must be a1_E, a1_px'
    );
    expect(() => readFileSync(path)).toThrow('ENOENT');
  });

  it('name the number that is missing in an evaluation', async () => {
    const { masses, ...others } = frozenEvaluation();
    const { quantile975, ...incomplete } = masses.m_B1;
    expect(quantile975).toBeGreaterThan(0);
    writeFileSync(path, JSON.stringify({ ...others, masses: { ...masses, m_B1: incomplete } }));
    const failed = readRecord(path, evaluationSchema, 'evaluate');
    await expect(failed).rejects.toThrow('is not what evaluate writes; run evaluate again');
    await expect(failed).rejects.toThrow('masses.m_B1.quantile975');
  });

  it.each([
    ['text that is no JSON', '{ "schemaVersion": 1'],
    ['another document', '{ "schemaVersion": 2 }'],
  ])('refuse %s with a sentence that names file and stage', async (_what, text) => {
    writeFileSync(path, text);
    await expect(readRecord(path, scalingSchema, 'preprocess')).rejects.toMatchObject({
      exitCode: 1,
      message: expect.stringContaining(
        'scaling.json is not what preprocess writes; run preprocess again'
      ) as string,
    });
  });
});
