import { describe, expect, it } from 'vitest';
import { MEASURING_TRAINING, PAPER_TRAINING } from '../../../test/support/trainings.ts';
import { trainingSchema } from '../src/training.ts';

const complaints = (record: unknown): string[] =>
  trainingSchema.safeParse(record).error?.issues.map(({ path }) => path.join('.')) ?? [];

describe('trainingSchema', () => {
  it('takes the records of both recipes as they are', () => {
    for (const record of [PAPER_TRAINING, MEASURING_TRAINING]) {
      expect(trainingSchema.parse(record)).toEqual(record);
    }
  });

  it('takes a measurement without a correction, and errors that are not known', () => {
    const { measurement } = MEASURING_TRAINING;
    const { A } = measurement?.masses ?? {};
    const masses = { A: { ...A, calibration: null, network: null, uncorrected: null } };
    const record = { ...MEASURING_TRAINING, measurement: { ...measurement, masses } };
    expect(complaints(record)).toEqual([]);
  });

  it('refuses another version, and what has no phase, no resolutions or a negative error', () => {
    expect(complaints({ ...PAPER_TRAINING, schemaVersion: 1 })).toEqual(['schemaVersion']);
    const entry = { ...PAPER_TRAINING.history[0], phase: undefined, resolutions: undefined };
    expect(complaints({ ...PAPER_TRAINING, history: [entry] })).toEqual([
      'history.0.phase',
      'history.0.resolutions',
    ]);
    const { measurement } = MEASURING_TRAINING;
    const masses = { A: { ...measurement?.masses.A, error: -1 } };
    expect(complaints({ ...MEASURING_TRAINING, measurement: { ...measurement, masses } })).toEqual([
      'measurement.masses.A.error',
    ]);
  });
});
