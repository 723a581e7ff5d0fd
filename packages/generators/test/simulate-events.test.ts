import { describe, expect, it } from 'vitest';
import { BATCH_ROWS, eventColumns, fourMomenta, type EventBatch } from '@deelema/events';
import { mass, sumMass } from '@deelema/kinematics';
import { grv94lo } from '@deelema/parton-distributions';
import { atOnce, makeBlock } from '../src/block.ts';
import { eventGenerator } from '../src/event-generator.ts';
import { simulateEvents, type SimulationSettings } from '../src/index.ts';
import { massOf } from './support/observables.ts';
import { PAPER_RESOLUTION, sampleSettings } from './support/settings.ts';

const TOY = { source: 'toy', mA: 1000, mB: 800, mC: 700, events: 500, seed: 1 } as const;
const TOP = { source: 'ttbar', mA: 173, mB: 80.419, mC: 0, events: 500, seed: 1 } as const;

function only(settings: SimulationSettings): EventBatch {
  const [batch] = simulateEvents(settings);
  return batch;
}

describe('simulateEvents', () => {
  it.each([
    ['toy', TOY],
    ['ttbar', TOP],
  ] as const)('gives the events that the stage makes of the same settings: %s', (source, trial) => {
    const settings = sampleSettings(source, { events: 500 });
    const block = atOnce(makeBlock(eventGenerator(settings, grv94lo()), settings, 0));
    expect(only(trial)).toEqual(block.batch);
  });

  it('gives full batches and the rest, numbered through, each in memory of its own', () => {
    const batches = [...simulateEvents({ ...TOY, events: BATCH_ROWS + 500 })];
    expect(batches.map(({ length }) => length)).toEqual([BATCH_ROWS, 500]);
    expect(batches[1].columns.event[0]).toBe(BATCH_ROWS);
    const [one, two] = batches.map(({ columns }) => columns.a1_E.buffer);
    expect(one).not.toBe(two);
    expect(Object.keys(batches[1].columns).sort()).toEqual([...eventColumns(true)].sort());
  });

  it.each([
    { ...TOY, mA: 812.75, mB: 401.3, mC: 0.25, ma: 4.2, mb: 0.1 },
    { ...TOY, mA: 1000, mB: 999.5, mC: 999.25 },
    { ...TOY, mA: 6499, mB: 800, mC: 700 },
    { ...TOY, mA: 0.5, mB: 0.3, mC: 0.1, production: 'phase-space' },
    { ...TOP, mA: 171.2, mB: 79.9, widthA: 0, widthB: 0 },
  ] as const)('has the masses of the trial, $mA $mB $mC GeV', (trial) => {
    const batch = only(trial);
    const { mA, mB, mC } = trial;
    for (const branch of [1, 2] as const) {
      for (const [particle, expected] of Object.entries({ A: mA, B: mB })) {
        // Of differences of squares of the largest energies, TeV in 16 digits.
        massOf(
          particle as 'A' | 'B',
          branch
        )(batch).forEach((m) => expect(Math.abs(m / expected - 1)).toBeLessThan(1e-6));
      }
      const { e, px, py, pz } = fourMomenta(batch, `c${branch}`);
      e.forEach((energy, i) => {
        const m = mass(energy, px[i], py[i], pz[i]);
        expect(Math.abs(m * m - mC * mC)).toBeLessThan(1e-9 * energy * energy);
      });
    }
  });

  it('smears as the settings say and keeps the truth', () => {
    const smearing = { seed: 3, objects: { a: PAPER_RESOLUTION }, ptmiss: { sigma: 20 } };
    const [plain, smeared] = [only(TOP), only({ ...TOP, smearing })];
    expect(smeared.columns.true_a1_E).toEqual(plain.columns.a1_E);
    expect(smeared.columns.a1_E).not.toEqual(plain.columns.a1_E);
    expect(smeared.columns.c1_E).toEqual(plain.columns.c1_E);
  });

  it('passes on recoil, production, widths and spins', () => {
    const first = (settings: SimulationSettings): number => only(settings).columns.a1_px[3];
    const toys = [
      first(TOY),
      first({ ...TOY, recoil: { spectrum: 'exponential', mean: 100 } }),
      first({ ...TOY, production: 'phase-space' }),
      first({ ...TOY, widthA: 5 }),
      first({ ...TOY, beamEnergy: 14000 }),
      first({ ...TOY, seed: 2 }),
    ];
    expect(new Set(toys).size).toBe(toys.length);
    const leptons = (settings: SimulationSettings) => only(settings).columns.b2_px;
    expect(leptons({ ...TOP, spinCorrelation: false })).not.toEqual(leptons(TOP));
  });
});

describe('simulateEvents where the windows of the widths do not fit', () => {
  it.each([
    // m_t − 15 Γ_t lies below m_W + 15 Γ_W + m_b.
    { ...TOP, mA: 140, mB: 100 },
    { ...TOP, mA: 86, mB: 80.4 },
    // 15 Γ_W is more than m_W.
    { ...TOP, mA: 173, mB: 0.5 },
    { ...TOY, widthA: 50, widthB: 30 },
    { ...TOY, mA: 6490, widthA: 20 },
  ])('narrows them: $source $mA $mB', (trial) => {
    const batch = only(trial);
    for (const branch of [1, 2] as const) {
      const [A, B] = [massOf('A', branch)(batch), massOf('B', branch)(batch)];
      // Even the lightest A outweighs the heaviest B, and none is a fixed mass.
      expect(Math.min(...A)).toBeGreaterThan(Math.max(...B));
      expect(Math.min(...B)).toBeGreaterThan(trial.mC);
      expect(new Set(A).size + new Set(B).size).toBeGreaterThan(batch.length);
      const [a, b] = [fourMomenta(batch, `a${branch}`), fourMomenta(batch, `b${branch}`)];
      expect(sumMass([a, b]).every(Number.isFinite)).toBe(true);
    }
  });
});

describe('simulateEvents refuses at once', () => {
  it.each([
    [{ ...TOY, mB: 1000 }, 'mA is 1000 GeV, expected more than 1000 GeV to decay.'],
    [{ ...TOY, ma: 200 }, 'mA is 1000 GeV, expected more than 1000 GeV to decay.'],
    [{ ...TOY, mb: 100.5 }, 'mB is 800 GeV, expected more than 800.5 GeV to decay.'],
    [{ ...TOY, mA: 6500 }, "mA is 6500 GeV, expected less than 6500 GeV, half of the beams'."],
    [
      { ...TOY, mA: 0.9, mB: 0.5, mC: 0 },
      'mA is 0.9 GeV, expected 1 GeV or more, or production phase-space.',
    ],
    [{ ...TOY, mC: -1 }, 'mC is -1 GeV, expected a number from 0 on.'],
    [{ ...TOY, mA: NaN }, 'mA is NaN GeV, expected a number from 0 on.'],
    [{ ...TOY, widthB: Infinity }, 'widthB is Infinity GeV, expected a number from 0 on.'],
    [{ ...TOY, events: 0 }, 'events is 0, expected a whole number from 1 to 4294967295.'],
    [{ ...TOY, seed: 1.5 }, 'seed is 1.5, expected a whole number from 0 on.'],
    [{ ...TOP, mC: 1 }, 'mC is 1 GeV, expected 0 in t t̄: leptons are massless.'],
    [{ ...TOP, mb: 0.1 }, 'mb is 0.1 GeV, expected 0 in t t̄: leptons are massless.'],
    [
      { ...TOP, production: 'phase-space' as const },
      'production is given, expected none in t t̄: it belongs to the toy.',
    ],
    [
      { ...TOP, recoil: { spectrum: 'exponential' as const, mean: 1 } },
      'recoil is given, expected none in t t̄: it belongs to the toy.',
    ],
  ])('%j', (settings, expected) => {
    expect(() => simulateEvents(settings)).toThrow(new RangeError(`simulateEvents: ${expected}`));
  });
});
