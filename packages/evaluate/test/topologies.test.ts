import type { Histogram } from '@deelema/records';
import { describe, expect, it } from 'vitest';
import { FOUR_MASSES, ONE_STEP } from '../../../test/support/other-topologies.ts';
import { MEASURING_TRAINING } from '../../../test/support/trainings.ts';
import { runStage, writeInputs } from './support/stage-run.ts';
import { toyEvents, TOY } from './support/toy.ts';
import type { Columns } from './support/toy.ts';

/** Right and wrong pairings are chosen, so that there is something to count. */
const toy = () => toyEvents({ events: 1000, exchangeEvery: 4, chooseWrongEvery: 5, noise: 20 });

/** The toy's predictions under other names; columns that are not named are left out. */
function renamed(train: Columns, names: Readonly<Record<string, string>>): Columns {
  const others = Object.entries(train).filter(([name]) => !name.startsWith('m_'));
  const masses = Object.entries(names).map(([name, old]) => [name, train[old]] as const);
  return { ...Object.fromEntries(others), ...Object.fromEntries(masses) };
}

/** A training record with these auxiliary masses, each measured to 2 GeV. */
function training(settings: object, auxiliary: Readonly<Record<string, number>>) {
  const { measurement } = MEASURING_TRAINING;
  const measured = { ...measurement?.masses.A, error: 2, uncorrected: null };
  const masses = Object.entries(auxiliary).map(([name, value]) => [name, { ...measured, value }]);
  return {
    ...MEASURING_TRAINING,
    topology: 'of the test',
    auxiliary,
    settings,
    measurement: { ...measurement, masses: Object.fromEntries(masses) as unknown },
  };
}

async function evaluateAs(
  names: Readonly<Record<string, string>>,
  settings: object,
  auxiliary: Readonly<Record<string, number>>
) {
  const events = toy();
  const inputs = { ...events, train: renamed(events.train, names) };
  const folder = await writeInputs(inputs, { training: training(settings, auxiliary) });
  return (await runStage(folder, { split: 'all' })).evaluation;
}

const antler = async () => {
  const folder = await writeInputs(toy(), { training: training({}, { A: 1001, B: 799 }) });
  return (await runStage(folder, { split: 'all' })).evaluation;
};

describe('evaluate, of a training for A → (a b) C', () => {
  it('has what there is of A, exactly as of the antler, and no B', async () => {
    const names = { m_A1: 'm_A1', m_A2: 'm_A2' };
    const { truth, ...found } = await evaluateAs(names, ONE_STEP, { A: 1001 });
    const expected = await antler();
    expect(Object.keys(found.masses)).toEqual(['m_A1', 'm_A2']);
    expect(found.masses.m_A2).toEqual(expected.masses.m_A2);
    expect(Object.keys(found.histograms).filter((name) => name.startsWith('m_'))).toEqual([
      'm_A1',
      'm_A2',
    ]);
    expect(found.measured?.masses).toEqual({ A: expected.measured?.masses.A });
    expect(found.measured?.masses.A.pull).toBeCloseTo(0.5, 6); // (1001 − 1000) / 2
    // What the events are does not depend on what they are taken for.
    expect(truth?.masses.A).toEqual(expected.truth?.masses.A);
    expect(truth?.masses.B).toEqual({ ...expected.truth?.masses.B, auxiliaryDeviation: null });
    expect(truth?.pairing).toEqual(expected.truth?.pairing);
    expect(truth?.rightPairing).toEqual(expected.truth?.rightPairing);
    expect(found.baselines).toEqual(expected.baselines);
  });
});

describe('evaluate, of a training with four masses', () => {
  const names = { m_A1: 'm_A1', m_D2: 'm_A2', m_B1: 'm_B1', m_E2: 'm_B2' };
  const auxiliary = { A: 1001, D: 998, B: 799, E: 804 };

  it('compares each with the particle of its branch', async () => {
    const { truth, masses, measured, histograms } = await evaluateAs(names, FOUR_MASSES, auxiliary);
    expect(Object.keys(masses)).toEqual(Object.keys(names));
    for (const [name, mass] of Object.entries({ A: TOY.A, D: TOY.A, B: TOY.B, E: TOY.B })) {
      // One branch of 1000 events; the toy has no width, and medians are exact up to rounding.
      expect(truth?.masses[name]).toMatchObject({ events: 1000 });
      expect(truth?.masses[name].median).toBeCloseTo(mass, 9);
    }
    expect(truth?.masses.E.auxiliaryDeviation).toBeCloseTo(804 / 800 - 1, 9);
    expect(measured?.masses.D.pull).toBeCloseTo(-1, 6); // (998 − 1000) / 2
    expect(measured?.masses.E.pull).toBeCloseTo(2, 6); // (804 − 800) / 2
    const range = (histogram: Histogram | null) => [histogram?.low, histogram?.high];
    expect(range(histograms.m_D2)).toEqual(range(histograms.mt2_ab));
    expect(range(histograms.m_E2)).toEqual(range(histograms.mt2_b));
  });

  it('keeps the truth of the branches apart where it differs', async () => {
    // A second branch of other particles: all its momenta scaled by 1.5, and so its masses.
    const unmixed = toyEvents({ events: 1000, noise: 20 });
    for (const [name, column] of Object.entries(unmixed.contaminate)) {
      if (/^[abc]2_/.test(name)) unmixed.contaminate[name] = column.map((p) => 1.5 * p);
    }
    const inputs = { ...unmixed, train: renamed(unmixed.train, names) };
    const folder = await writeInputs(inputs, { training: training(FOUR_MASSES, auxiliary) });
    const { truth } = (await runStage(folder, { split: 'all' })).evaluation;
    expect(truth?.masses.A.median).toBeCloseTo(1000, 9);
    expect(truth?.masses.D.median).toBeCloseTo(1500, 9);
    expect(truth?.masses.E.median).toBeCloseTo(1200, 9);
  });

  it('says in one sentence which masses its events lack', async () => {
    const { m_A1, m_D2, m_B1 } = names;
    const failed = evaluateAs({ m_A1, m_D2, m_B1 }, FOUR_MASSES, auxiliary);
    await expect(failed).rejects.toMatchObject({ name: 'InputError', exitCode: 1 });
    await expect(failed).rejects.toThrow(
      'The events of train have no column m_E2, expected the masses of topology of the test, which training.json says; run train again.'
    );
  });
});

describe('evaluate, of a training whose branches are not those of an antler', () => {
  it('says nothing of true masses and momenta that there are not', async () => {
    // X → a1 a2 C and B → b1 b2 C: B here is no particle of the events.
    const settings = {
      topology: {
        branches: [
          [{ mass: 'X', visibles: ['a1', 'a2'] }],
          [{ mass: 'B', visibles: ['b1', 'b2'] }],
        ],
      },
    };
    const names = { m_X1: 'm_A1', m_B2: 'm_B1' };
    const { truth, measured, histograms } = await evaluateAs(names, settings, { X: 900, B: 800 });
    expect(Object.keys(truth?.masses ?? {})).toEqual(['A']);
    expect(Object.values(measured?.masses ?? {}).map(({ pull }) => pull)).toEqual([null, null]);
    const nothing = { events: 0, components: [] };
    expect(truth).toMatchObject({ rightPairing: nothing, heatMaps: [], pairing: null });
    // The baseline takes the events for antlers.
    expect(truth?.m2cc?.rightPairing.events).toBe(750);
    expect(truth?.m2cc?.heatMaps[0].high).toBeGreaterThan(100);
    expect(histograms.m_X1.counts.some((n) => n > 0)).toBe(true);
  });
});
