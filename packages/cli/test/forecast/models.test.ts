import { describe, expect, it } from 'vitest';
import type { Cost } from '../../src/forecast/cost.ts';
import { MODELS } from '../../src/forecast/models.ts';
import { RECORDED, type RecordedRun } from './recorded-runs.ts';

function modelled({ stage, settings, events, eventBytes, members }: RecordedRun): Cost {
  const split = stage === 'train' ? ([0.7, 0.2, 0.1] as const) : ([1, 1, 1] as const);
  const smeared = JSON.stringify(settings).includes('smearing');
  const load = {
    events,
    split,
    eventBytes: eventBytes ?? (smeared ? 284 : 220),
    members: members ?? 0,
  };
  const cost = MODELS[stage]?.(settings, load);
  if (!cost) throw new Error(`${stage}: no model`);
  return cost;
}

describe('the model of the cost of a stage', () => {
  // A factor of 2: single records of one task differ by up to 1.6 either way, for the machine did other work at times.
  it.each(RECORDED)('$stage, $what, takes the recorded $seconds s within a factor of 2', (run) => {
    const ratio = run.seconds / modelled(run).seconds;
    expect(ratio).toBeGreaterThan(0.5);
    expect(ratio).toBeLessThan(2);
  });

  it.each(RECORDED)(
    '$stage, $what, leaves the recorded $bytes bytes within a factor of 2',
    (run) => {
      const ratio = run.bytes / modelled(run).bytes;
      expect(ratio).toBeGreaterThan(0.5);
      expect(ratio).toBeLessThan(2);
    }
  );

  // Columns of fixed width: what is left are headers of record batches, about 1 % of 6 MB.
  it.each(RECORDED.filter(({ stage }) => ['generate', 'contaminate', 'baseline'].includes(stage)))(
    '$stage, $what: the columns of an event are all counted',
    (run) => {
      expect(run.bytes / modelled(run).bytes).toBeCloseTo(1, 1);
    }
  );
});

describe('settings in the model', () => {
  const density = RECORDED.find(({ what }) => what === 'recipe deelema, 1 000 steps')!;
  const secondsWith = (settings: object): number =>
    modelled({ ...density, settings: { ...density.settings, ...settings } }).seconds;

  it('every pseudo-experiment measures once more', () => {
    const [once, first, second] = [0, 1, 2].map((experiments) => secondsWith({ experiments }));
    expect(second - first).toBeCloseTo(first - once, 9);
    expect(first / once).toBeGreaterThan(1.9);
  });

  it('no more events than train.events are trained on', () => {
    const few = modelled({ ...density, settings: { ...density.settings, events: 1000 } });
    const many = modelled({
      ...density,
      events: 300_000,
      settings: { ...density.settings, events: 1000 },
    });
    expect(many.seconds).toBe(few.seconds);
    expect(many.bytes).toBeGreaterThan(9 * few.bytes * 0.5);
  });

  it.each(['generate', 'train', 'baseline', 'evaluate', 'charts'])(
    '%s: settings of another program are not understood',
    (stage) => {
      const load = { events: 10, split: [1, 1, 1] as const, eventBytes: 220, members: 0 };
      expect(MODELS[stage]?.({ mine: true }, load)).toBeUndefined();
    }
  );
});
