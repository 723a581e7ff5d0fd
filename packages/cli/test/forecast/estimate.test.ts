import { describe, expect, it } from 'vitest';
import { estimate, type Known } from '../../src/forecast/estimate.ts';
import { paceOf } from '../../src/forecast/pace.ts';
import type { StageRecord } from '../../src/forecast/record.ts';

const TOY = { source: 'toy', events: 30_000, seed: 1 };
const RECORD: StageRecord = {
  key: 'k',
  seconds: 7,
  bytes: 6_600_000,
  config: TOY,
  swapped: false,
  counts: { read: 30_000, kept: 30_000 },
  members: 0,
};
const SPLIT = [0.7, 0.2, 0.1] as const;

/** `generate` of 30 000 toy events that never ran, on the machine of the rates. */
function known(changes: Partial<Known> & { events?: number } = {}): Known {
  const { events = 30_000, ...rest } = changes;
  const load = { events, split: SPLIT, eventBytes: 220, members: 0 };
  const section = { config: TOY, swap: undefined };
  return { stage: 'generate', section, record: undefined, load, pace: 1, ...rest };
}

describe('what a task is expected to take', () => {
  it('is what its last run took, if it had the same load', () => {
    expect(estimate(known({ record: RECORD, pace: 5 }))).toEqual({
      ...{ seconds: 7, bytes: 6_600_000 },
      source: 'record',
    });
  });

  it('follows the load: twice the events leave twice the bytes', () => {
    const config = { ...TOY, events: 60_000 };
    const more = known({ record: RECORD, events: 60_000 });
    const found = estimate({ ...more, section: { ...more.section, config } });
    expect(found).toMatchObject({ source: 'scaled record', bytes: 13_200_000 });
    expect((found as { seconds: number }).seconds).toBeGreaterThan(7);
    expect((found as { seconds: number }).seconds).toBeLessThan(14);
  });

  it('is that of the model at the pace of this machine, if it never ran', () => {
    const here = estimate(known()) as { seconds: number };
    const slow = estimate(known({ pace: 3 })) as { seconds: number };
    expect(here).toMatchObject({ source: 'model' });
    expect(slow.seconds).toBeCloseTo(3 * here.seconds, 12);
  });

  it.each<[string, Partial<Known>, string]>([
    [
      'events that nobody has counted',
      { load: { ...known().load, events: undefined } },
      'the number of events is not known yet',
    ],
    [
      'a swapped stage',
      { section: { config: { mine: 1 }, swap: { use: './mine.mjs' } } as Known['section'] },
      'a swapped stage that never ran',
    ],
    [
      'a swapped stage whose record is that of ours',
      {
        section: { config: { mine: 1 }, swap: { use: './mine.mjs' } } as Known['section'],
        record: RECORD,
      },
      'a swapped stage that never ran',
    ],
  ])('is unknown for %s', (_, changes, reason) => {
    expect(estimate(known(changes))).toEqual({ source: 'unknown', reason });
  });

  it('is what a swapped stage took before', () => {
    const swapped = {
      section: { config: { mine: 1 }, swap: { use: './mine.mjs' } } as Known['section'],
      record: { ...RECORD, swapped: true },
    };
    expect(estimate(known(swapped))).toMatchObject({ source: 'record', seconds: 7 });
  });
});

describe('the pace of a machine', () => {
  const unit = (estimate(known()) as { seconds: number }).seconds;
  const took = (factor: number): StageRecord => ({ ...RECORD, seconds: factor * unit });

  it('is the median of recorded over modelled time', () => {
    expect(paceOf('generate', [took(9), took(2), took(3)])).toBeCloseTo(3, 12);
    expect(paceOf('generate', [took(2), took(4)])).toBeCloseTo(3, 12);
  });

  it('passes over swapped stages and settings that nobody knows', () => {
    const others = [
      { ...took(50), swapped: true },
      { ...took(50), config: { mine: 1 } },
      { ...took(50), counts: {}, config: undefined },
    ];
    expect(paceOf('generate', [...others, took(2)])).toBeCloseTo(2, 12);
    expect(paceOf('generate', others)).toBe(1);
    expect(paceOf('generate', [])).toBe(1);
  });
});
