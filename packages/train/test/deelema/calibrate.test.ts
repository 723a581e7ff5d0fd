import { ANTLER, gapsOfMasses } from '@deelema/deelema';
import { describe, expect, it } from 'vitest';
import { calibrate } from '../../src/deelema/calibrate.ts';
import type { HeldOut } from '../../src/deelema/held-out.ts';
import type { FittedMasses } from '../../src/deelema/measure.ts';
import type { PhaseContext } from '../../src/deelema/phase.ts';
import { conjectureOf } from '../../src/deelema/settings.ts';
import { noSimulation, simulate } from '../../src/deelema/simulate.ts';
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
const branch = (i: number) => [{ mass: 'A', visibles: [`a${i}`] }];
const OTHER_DECAYS = { topology: { branches: [branch(1), branch(2)] } };

/** Where nothing is simulated, no network is asked. */
const NETWORKS = {} as HeldOut;

const uncalibrated = (settings: object, fit = FIT) => {
  const config = densityConfig(settings);
  const context = { sample: { length: 1000 }, signal: new AbortController().signal };
  return calibrate(fit, NETWORKS, config, conjectureOf(config), 200, context as PhaseContext);
};

describe('calibrate', () => {
  it('leaves the masses alone and says why where there is no generator', async () => {
    const found = await uncalibrated(OTHER_DECAYS);
    expect(found).toEqual({
      ...{ fit: FIT, simulated: undefined, events: 0 },
      warnings: [
        'The masses were not corrected by simulated events: there is a generator for the antler only.',
      ],
    });
  });

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
});

describe('calibrate, with networks that do not look at the events', () => {
  // A density whose maximum lies at 1000 and 790 GeV whatever the events are.
  const unit = 200;
  const best = gapsOfMasses(ANTLER, [1000, 790], [700, 700]).map((gap) => gap - Math.log(unit));
  const networks: HeldOut = {
    of: ({ length }) => {
      return (parameters) =>
        Promise.resolve(
          new Float64Array(length).fill(
            -parameters.reduce((sum, value, i) => sum + (value - best[i]) ** 2, 0)
          )
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
      'The masses were not corrected by simulated events: the networks do not follow the masses of simulated events.',
    ]);
  });
});

describe('noSimulation', () => {
  const why = (settings: object) => {
    const config = densityConfig(settings);
    return noSimulation(config, conjectureOf(config));
  };
  it.each([
    ['other decays', OTHER_DECAYS, 'there is a generator for the antler only'],
    [
      'two invisible particles',
      { mC: [700, 600] },
      'the generator knows one mass of the invisible particles only',
    ],
    [
      'heavy neutrinos of tops',
      { process: 'top-pair', mC: 10 },
      'the generator of top pairs knows massless neutrinos only',
    ],
  ])('refuses %s', (_what, settings, reason) => expect(why(settings)).toBe(reason));

  it('lets the antler and tops pass', () => {
    expect(why({})).toBeUndefined();
    expect(why({ process: 'top-pair', mC: 0 })).toBeUndefined();
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

  it('is of the antler', () => expect(conjectureOf(densityConfig()).topology).toBe(ANTLER));
});
