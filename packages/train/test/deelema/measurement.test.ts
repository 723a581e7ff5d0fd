import { ANTLER } from '@deelema/deelema';
import { describe, expect, it } from 'vitest';
import type { Calibration } from '../../src/deelema/calibrate.ts';
import type { FittedMasses } from '../../src/deelema/measure.ts';
import { measurementOf } from '../../src/deelema/measurement.ts';
import type { Conjecture } from '../../src/deelema/settings.ts';
import type { Snapshot } from '../../src/learning/snapshot.ts';

const CONJECTURE: Conjecture = {
  topology: ANTLER,
  mC: [700, 700],
  resolution: {},
  ptmissResolution: undefined,
  decays: 'flat',
  selections: [],
  pairings: 2,
};

/** Resamples around two masses whose deviations are σ_A and σ_B, without correlation. */
function resamples([a, b]: readonly number[], sigmaA: number, sigmaB: number): number[][] {
  // Four points at ±σ: the unbiased variance is 4/3 σ².
  const by = Math.sqrt(3 / 4);
  return [-1, 1].flatMap((i) => [-1, 1].map((j) => [a + i * by * sigmaA, b + j * by * sigmaB]));
}

function fitted(masses: readonly number[], sigmas: readonly [number, number]): FittedMasses {
  const resampled = resamples(masses, ...sigmas);
  return { masses, resampled, folds: [masses, masses], logLikelihood: -1, converged: true };
}

const network = (resolutions: Record<string, number>) =>
  ({ history: [{ resolutions }] }) as unknown as Snapshot;
const NETWORKS = [network({ A: 4, B: 2 }), network({ A: 9, B: 8 })];

const FIT = fitted([1003, 802], [3, 1]);

const measured = (changes: {
  fit?: FittedMasses;
  calibration?: Partial<Calibration>;
  events?: number;
  networks?: Snapshot[];
}) =>
  measurementOf(
    changes.fit ?? FIT,
    {
      ...{ fit: changes.fit ?? FIT, simulated: undefined, events: 0 },
      ...{ failed: false, warnings: [] },
      ...changes.calibration,
    },
    changes.networks ?? NETWORKS,
    CONJECTURE,
    changes.events ?? 5000
  );

describe('measurementOf', () => {
  it('adds statistical, calibration and network error in squares', () => {
    const calibration: Calibration = {
      fit: {
        ...fitted([1000, 800], [3, 1]),
        // Half of their difference is 13 for A and 2 for B.
        folds: [
          [1013, 802],
          [987, 798],
        ],
      },
      simulated: fitted([1003, 802], [4, 2]),
      events: 20000,
      failed: false,
      warnings: [],
    };
    const { masses, simulatedEvents } = measured({ calibration });
    expect(simulatedEvents).toBe(20000);
    expect(masses.A).toMatchObject({ value: 1000, uncorrected: 1003 });
    expect(masses.A.statistical).toBeCloseTo(3, 12);
    expect(masses.A.calibration).toBeCloseTo(4, 12);
    // 13² = 3² + 4² + 12²
    expect(masses.A.network).toBeCloseTo(12, 12);
    expect(masses.A.error).toBeCloseTo(13, 12);
    // 2² is less than 1² + 2².
    expect(masses.B.network).toBe(0);
    expect(masses.B.error).toBeCloseTo(Math.sqrt(5), 12);
  });

  it('says what was not corrected', () => {
    const { masses, simulatedEvents, warnings } = measured({});
    expect(masses.A).toMatchObject({ value: 1003, calibration: 0, uncorrected: null });
    expect(simulatedEvents).toBe(0);
    expect(warnings).toEqual([]);
  });

  it('has no error where the bias could not be found, only its parts', () => {
    const { masses } = measured({ calibration: { failed: true, warnings: ['Not corrected.'] } });
    expect(masses.A).toMatchObject({ value: 1003, error: null, calibration: null });
    expect(masses.A.statistical).not.toBeNull();
  });

  it('takes the geometric mean of the resolutions', () => {
    const { resolutions } = measured({});
    expect(resolutions.A).toBeCloseTo(6, 12);
    expect(resolutions.B).toBeCloseTo(4, 12);
  });

  it('knows the correlation of the first two masses', () => {
    expect(measured({}).correlation).toBeCloseTo(0, 12);
    const resampled = [-1, 0, 2].map((x) => [1000 + 3 * x, 800 + x]);
    expect(measured({ fit: { ...FIT, resampled } }).correlation).toBeCloseTo(1, 12);
  });

  it('has no errors without a maximum, and says so', () => {
    const { masses, correlation, warnings } = measured({
      fit: { ...FIT, resampled: [], converged: false },
    });
    expect(masses.A).toMatchObject({ error: null, statistical: null, network: null });
    expect(correlation).toBeNull();
    expect(warnings).toEqual([
      'The likelihood has no clear maximum: these events do not fix the masses under this conjecture.',
    ]);
  });

  it('warns of few events', () => {
    expect(measured({ events: 1999 }).warnings).toEqual([
      "1999 events are few: the networks' own errors are not known from two of them, and from fewer than 2000 events they may be larger than quoted.",
    ]);
  });

  it('warns of a mass that single events hardly resolve', () => {
    // 61 of the 102 GeV between B and C, 0.6 of them; A is 201 GeV above B.
    const networks = [network({ A: 4, B: 61.2 })];
    expect(measured({ networks }).warnings).toEqual([
      'm_B is hardly resolved: single events scatter by 60 % of its gap to the next mass.',
    ]);
  });

  it('warns where the halves disagree by more than three errors', () => {
    const folds = [
      [1003, 805.1],
      [1003, 798.9],
    ];
    expect(measured({ fit: { ...FIT, folds } }).warnings).toEqual([
      'The two halves of the events disagree about m_B: 805.10 and 798.90 GeV.',
    ]);
    const nearer = [
      [1003, 804.9],
      [1003, 799.1],
    ];
    expect(measured({ fit: { ...FIT, folds: nearer } }).warnings).toEqual([]);
  });

  it('hands on what the calibration warns of', () => {
    expect(measured({ calibration: { warnings: ['Beware.'] } }).warnings).toEqual(['Beware.']);
  });
});
