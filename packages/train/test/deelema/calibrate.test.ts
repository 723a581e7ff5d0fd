import { ANTLER, gapsOfMasses } from '@deelema/deelema';
import { describe, expect, it } from 'vitest';
import { calibrate } from '../../src/deelema/calibrate.ts';
import type { HeldOut } from '../../src/deelema/held-out.ts';
import type { FittedMasses } from '../../src/deelema/measure.ts';
import type { PhaseContext } from '../../src/deelema/phase.ts';
import { conjectureOf } from '../../src/deelema/settings.ts';
import { simulate } from '../../src/deelema/simulate.ts';
import { densityConfig } from '../support.ts';

const FIT: FittedMasses = {
  masses: [1000, 800],
  resampled: [],
  folds: [
    [1001, 801],
    [999, 799],
  ],
  logLikelihood: 0,
  converged: true,
};
/** Where nothing is simulated, no network is asked. */
const NETWORKS = {} as HeldOut;

const uncalibrated = (settings: object, fit = FIT) => {
  const config = densityConfig(settings);
  const context = { sample: { length: 1000 }, signal: new AbortController().signal };
  return calibrate(fit, NETWORKS, config, conjectureOf(config), 200, context as PhaseContext);
};

describe('calibrate', () => {
  it('leaves the masses alone without a word where no round is asked for', async () => {
    const { fit, warnings } = await uncalibrated({ simulation: { rounds: 0 } });
    expect(fit).toEqual(FIT);
    expect(warnings).toEqual([]);
  });

  it('says so where nothing decays with the measured masses', async () => {
    const measured = { ...FIT, masses: [7000, 800] };
    const { fit, warnings } = await uncalibrated({}, measured);
    expect(fit).toEqual(measured);
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toMatch(/^The masses were not corrected by simulated events: .*[^.]\.$/);
  });

  it('says so where next to no simulated event passes the cuts of the sample', async () => {
    const { fit, warnings } = await uncalibrated({ simulation: { selection: { ptmissMin: 1e5 } } });
    expect(fit).toEqual(FIT);
    // A hundred times as many events as are wanted.
    expect(warnings).toEqual([
      'The masses were not corrected by simulated events: the cuts of the sample keep 0 of 100000 simulated events. They may be off by several percent, and have no errors.',
    ]);
  });

  it('says so where the measurement has no maximum: a correction of nothing is nothing', async () => {
    const measured = { ...FIT, converged: false };
    const { fit, warnings } = await uncalibrated({}, measured);
    expect(fit).toEqual(measured);
    expect(warnings).toEqual([
      'The masses were not corrected by simulated events: the likelihood has no clear maximum. They may be off by several percent, and have no errors.',
    ]);
  });
});

describe('calibrate, with networks that do not look at the events', () => {
  // A density whose maximum lies at 1000 and 790 GeV whatever the events are.
  const unit = 200;
  const best = gapsOfMasses(ANTLER, [1000, 790], [700, 700]).map((gap) => gap - Math.log(unit));
  const networks: HeldOut = {
    of: ({ length }) => {
      return (parameters) =>
        Promise.resolve(
          Float64Array.from({ length }, (_, event) => {
            // Events scatter, or the maximum would have no error.
            const off = (-1) ** (event >> 1);
            return -parameters.reduce((sum, value, i) => sum + (value - best[i] - off) ** 2, 0);
          })
        );
    },
    dispose: () => undefined,
  };

  it('leaves the masses alone and says why', async () => {
    const config = densityConfig();
    const context = {
      sample: { length: 1000 },
      signal: new AbortController().signal,
      progress: { log: () => undefined },
    };
    const found = await calibrate(
      ...([FIT, networks, config, conjectureOf(config), unit] as const),
      context as unknown as PhaseContext
    );
    expect(found.fit).toEqual(FIT);
    expect(found.warnings).toEqual([
      'The masses were not corrected by simulated events: the networks do not follow the masses of simulated events. They may be off by several percent, and have no errors.',
    ]);
  });
});

describe('simulate', () => {
  const rows = (settings: object, masses: readonly number[], index = 0) => {
    const config = densityConfig(settings);
    const options = { index, unit: 200, events: 1000 };
    return simulate(config, conjectureOf(config), masses, options);
  };

  it('gives the same events for an index, and others for another', () => {
    const one = rows({}, [1000, 800]);
    expect(one).toMatchObject({ length: 1000, weights: undefined });
    expect(one.rows).toHaveLength(1000 * 2 * one.width);
    expect(one.rows.every(Number.isFinite)).toBe(true);
    expect(rows({}, [1000, 800])).toEqual(one);
    expect(rows({}, [1000, 800], 1)).not.toEqual(one);
  });

  it.each([
    ['smeared visibles', { resolution: { a: {} } }, [1000, 800]],
    ['a smeared pTmiss', { ptmissResolution: 10 }, [1000, 800]],
    ['recoil', { simulation: { recoilMean: 100 } }, [1000, 800]],
    ['a width', { simulation: { widthA: 5 } }, [1000, 800]],
    ['tops', { process: 'top-pair', mC: 0 }, [173, 80.4]],
  ])('knows %s', (_what, settings, masses) => {
    const { rows: numbers } = rows(settings, masses);
    expect(numbers.every(Number.isFinite)).toBe(true);
    expect(numbers).not.toEqual(rows({}, [1000, 800]).rows);
  });

  const branch = (i: number) => [{ mass: 'A', visibles: [`a${i}`, `b${i}`] }];
  it.each([
    ['other decays', { topology: { branches: [branch(1), branch(2)] } }, [1000]],
    [
      'other decays, smeared',
      { topology: { branches: [branch(1), branch(2)] }, resolution: { a: {} } },
      [1000],
    ],
    ['invisible particles of two masses', { mC: [700, 600] }, [1000, 800]],
    ['heavy neutrinos of tops', { process: 'top-pair', mC: 10 }, [173, 80.4]],
  ])('knows %s', (_what, settings, masses) => {
    const one = rows(settings, masses);
    expect(one.length).toBe(1000);
    expect(one.rows.every(Number.isFinite)).toBe(true);
    expect(rows(settings, masses)).toEqual(one);
  });

  it('is of the antler', () => expect(conjectureOf(densityConfig()).topology).toBe(ANTLER));
});
