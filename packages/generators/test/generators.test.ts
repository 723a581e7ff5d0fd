import { beforeAll, describe, expect, it } from 'vitest';
import { fourMomenta, readLhe, TOPOLOGIES, type EventBatch } from '@deelema/events';
import { grv94lo } from '@deelema/parton-distributions';
import { atOnce, makeBlock } from '../src/block.ts';
import { eventGenerator } from '../src/event-generator.ts';
import { GLUINO_SAMPLE, sampleFile, TOP_SAMPLE } from '../../../test/support/samples.ts';
import { deviation, kolmogorovOfTwo, mean, pull } from '../../../test/support/statistics.ts';
import {
  cosineOfLeptons,
  deltaPhi,
  helicityProduct,
  massOf,
  OBSERVABLES,
  recoil,
} from './support/observables.ts';
import { sampleSettings, type SampleSettings } from './support/settings.ts';

const N = 30_000;

function generate({ source, ...changes }: Partial<SampleSettings>): EventBatch {
  const settings = sampleSettings(source ?? 'toy', { events: N, ...changes });
  return atOnce(makeBlock(eventGenerator(settings, grv94lo()), settings, 0)).batch;
}

async function readSample(name: string, topology: keyof typeof TOPOLOGIES): Promise<EventBatch> {
  const events = readLhe(sampleFile(name), { topology: TOPOLOGIES[topology] });
  // The samples are smaller than a batch.
  for await (const batch of events) return batch;
  throw new Error(`${name} has no events.`);
}

/** Pythia has no spin correlation between the two tops. */
const SOURCES = [
  { name: 'toy', settings: { source: 'toy' }, sample: GLUINO_SAMPLE, topology: 'gluino-sbottom' },
  {
    name: 't t̄',
    settings: { source: 'ttbar', spinCorrelation: false },
    sample: TOP_SAMPLE,
    topology: 'ttbar-dilepton',
  },
] as const;

describe.each(SOURCES)('$name', ({ settings, sample, topology }) => {
  const batch = generate(settings);
  let reference: EventBatch;
  beforeAll(async () => {
    reference = await readSample(sample, topology);
  });

  // √(nm/(n + m)) D < 1.95 holds for 99.9 % of all pairs of samples; seeds and samples are fixed. With
  // 5000 events a distance of 3 % of all events is seen. The parton distributions differ (GRV94 LO,
  // NNPDF2.3 LO) and so does the scale: what depends on them agrees within that.
  it.each(Object.entries(OBSERVABLES))('has the %s of Pythia 8.302', (_, observable) => {
    const distance = kolmogorovOfTwo(observable(batch), observable(reference));
    expect(distance).toBeLessThan(1.95);
  });

  it('has pTmiss = c1 + c2', () => {
    const [one, two] = [fourMomenta(batch, 'c1'), fourMomenta(batch, 'c2')];
    const { ptmiss_x: x, ptmiss_y: y } = batch.columns;
    expect(x).toEqual(Float64Array.from(x, (_, i) => one.px[i] + two.px[i]));
    expect(y).toEqual(Float64Array.from(y, (_, i) => one.py[i] + two.py[i]));
  });
});

describe('t t̄', () => {
  const [on, off] = [true, false].map((spinCorrelation) =>
    generate({ source: 'ttbar', spinCorrelation })
  );

  // Means and standard errors of 10 000 events by MadGraph5_aMC@NLO 3.5.7 (p p → t t̄ with both decays
  // at tree level, NNPDF2.3 LO, 13 TeV), which has spin correlation and both Breit–Wigners. Four
  // standard errors of either sample; Δφ leaves the tops' pT to the parton distributions, 0.02 more.
  it.each([
    ['mass of t', massOf('A', 1), 173.159, 0.032, 0],
    ['mass of W⁺', massOf('B', 1), 80.285, 0.044, 0],
    ['mass of W⁻', massOf('B', 2), 80.298, 0.043, 0],
    ['ℓ̂⁺·ℓ̂⁻ in the frames of the tops', cosineOfLeptons, 0.0805, 0.0057, 0],
    ['cosθ₊ cosθ₋ in the helicity frames', helicityProduct, 0.038, 0.0033, 0],
    ['Δφ of the leptons', deltaPhi, 1.7176, 0.0091, 0.02],
  ] as const)('has the mean %s of MadGraph', (_, observable, expected, error, more) => {
    const values = observable(on);
    const own = deviation(values) / Math.sqrt(values.length);
    const allowed = 4 * Math.hypot(error, own) + more;
    expect(Math.abs(mean(values) - expected)).toBeLessThan(allowed);
  });

  it('correlates the leptons as C does: ⟨ℓ̂⁺·ℓ̂⁻⟩ = −tr C/9', () => {
    // Without correlation 0; with it more parallel than not, for gluons at threshold have tr C = −3.
    expect(Math.abs(pull(cosineOfLeptons(off), 0))).toBeLessThan(4);
    expect(pull(cosineOfLeptons(on), 0)).toBeGreaterThan(10);
  });

  it('changes nothing but the two leptons together', () => {
    for (const name of ['pT of b', 'pT of C', 'angle of b to B in the frame of B']) {
      // √(nm/(n + m)) D < 1.95 as above.
      expect(kolmogorovOfTwo(OBSERVABLES[name](on), OBSERVABLES[name](off))).toBeLessThan(1.95);
    }
    expect(kolmogorovOfTwo(deltaPhi(on), deltaPhi(off))).toBeGreaterThan(5);
  });
});

describe('toy', () => {
  it('leaves the masses alone when the pair recoils', () => {
    const [still, moved] = [
      generate({ source: 'toy' }),
      generate({ source: 'toy', recoil: { spectrum: 'exponential', mean: 150 } }),
    ];
    for (const name of ['mass of the pair', '|rapidity| of the pair', 'mass of a and b']) {
      expect(kolmogorovOfTwo(OBSERVABLES[name](still), OBSERVABLES[name](moved))).toBeLessThan(
        1.95
      );
    }
    // Rounding of momenta of some TeV.
    expect(recoil(still).reduce((most, x) => Math.max(most, x), 0)).toBeLessThan(1e-9);
    expect(Math.abs(pull(recoil(moved), 150))).toBeLessThan(4);
  });

  it('has Breit–Wigner masses of A and B, each of its own', () => {
    const batch = generate({ source: 'toy', mC: 600, widthA: 5, widthB: 2 });
    // Half of them lie within Γ/2 of the pole, but for those that the window cuts.
    const share = 0.5 / ((2 / Math.PI) * Math.atan(30));
    const within = (branch: 1 | 2) =>
      massOf('B', branch)(batch).map((m) => (Math.abs(m - 800) < 1 ? 1 : 0));
    const [one, two] = [within(1), within(2)];
    // The peak is symmetric in m² rather than m: 1e-3 of the share, a fifth of four standard errors.
    expect(Math.abs(pull(one, share))).toBeLessThan(4);
    expect(
      Math.abs(
        pull(
          one.map((x, i) => x * two[i]),
          share ** 2
        )
      )
    ).toBeLessThan(4);
    const heavy = massOf('A', 1)(batch);
    expect(heavy.every((m) => Math.abs(m - 1000) < 75 + 1e-6)).toBe(true);
    expect(heavy.some((m) => Math.abs(m - 1000) > 50)).toBe(true);
  });
});
