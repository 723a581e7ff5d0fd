import {
  mean,
  memory,
  slice,
  tensor,
  tensor2d,
  tidy,
  variableGrads,
  zeros,
} from '@tensorflow/tfjs-core';
import type { Scalar, Tensor2D } from '@tensorflow/tfjs-core';
import type { PairPolynomial } from '@deelema/pair-production';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  ANTLER,
  createDensityModel,
  densityArchitecture,
  gapsOfMasses,
  initialWeights,
  toCanonicalFrame,
} from '../../src/index.ts';
import type { DensityModel, DensityModelSettings, Weight } from '../../src/index.ts';
import { BACKENDS, relativeError, take, useBackend } from '../backends.ts';
import { boosted, branchesExchanged, changed, events, rotated } from '../frame/events.ts';
import type { Events } from '../frame/events.ts';
import { SHORT } from './events.ts';
import { uniforms, normals } from './linear-algebra.ts';

const PRODUCTION: PairPolynomial = {
  reference: 1000,
  terms: [
    { u: 1, y: 0, c: 0, m: 0, coefficient: -3 },
    { u: 0, y: 1, c: 0, m: 0, coefficient: -1 },
    { u: 0, y: 1, c: 1, m: 1, coefficient: 0.5 },
    { u: 1, y: 0, c: 1, m: 0, coefficient: 0.7 },
    { u: 0, y: 0, c: 0, m: 2, coefficient: -0.3 },
  ],
  uRange: [0, 1.5],
  ySquaredMost: 9,
  masses: [450, 1500],
  rms: 0,
};

const JETS = { pt: [10, 100, 1000], resolution: [0.2, 0.1, 0.05] };
const UNIT = 170;

const PERFECT: DensityModelSettings = {
  topology: ANTLER,
  mC: [450, 450],
  unit: UNIT,
  smeared: [],
  ptmissResolution: false,
  production: PRODUCTION,
  outliers: { share: 0.02, broader: 10 },
  decays: 'flat',
  layers: 2,
  width: 12,
};
const SMEARED: DensityModelSettings = { ...PERFECT, smeared: ['a1', 'a2'], ptmissResolution: true };

/** Of an untrained network. */
function weightsOf(settings: DensityModelSettings): Weight[] {
  return initialWeights(densityArchitecture(settings), () => uniforms(5));
}

function start(masses = [1000, 800], tau = 30) {
  const logGaps = gapsOfMasses(
    ANTLER,
    masses.map((m) => m / UNIT),
    [450 / UNIT, 450 / UNIT]
  );
  return { logGaps, logResolutions: masses.map(() => Math.log(tau / UNIT)) };
}

const modelOf = (settings: DensityModelSettings, weights = weightsOf(settings)): DensityModel =>
  createDensityModel(settings, weights, start());

/** Events that are compared. */
const N = 60;

/** Rows of the first events. */
function rowsOf(all: Events, settings: DensityModelSettings, n = N): Tensor2D {
  const resolution = Object.fromEntries(settings.smeared.map((role) => [role, JETS]));
  const { rows, layout } = toCanonicalFrame(all.visible, all.ptmiss, {
    ...{ topology: ANTLER, unit: UNIT, resolution },
    ptmissResolution: settings.ptmissResolution ? 25 : undefined,
  });
  return tensor2d(rows.subarray(0, 2 * n * layout.width), [2 * n, layout.width]);
}

const noiseOf = (model: DensityModel, S: number): Tensor2D =>
  tensor2d(normals(model.unknowns * S, 3), [1, model.unknowns * S]);

async function densities(
  all: Events,
  settings: DensityModelSettings,
  weights = weightsOf(settings)
): Promise<Float32Array> {
  const model = modelOf(settings, weights);
  const found = await take(
    tidy(() => model.logDensities(rowsOf(all, settings), noiseOf(model, 8)))
  );
  model.dispose();
  return found;
}

describe.each([
  { name: 'perfect', settings: PERFECT },
  { name: 'smeared', settings: SMEARED },
])('logDensities of $name events', ({ settings }) => {
  beforeEach(() => useBackend('cpu'));

  const all = events();
  const same = async (other: Events) => {
    const [one, two] = [await densities(all, settings), await densities(other, settings)];
    expect(two).toHaveLength(N);
    // Rows in float32 from a frame in float64, by up to some 300.
    expect(relativeError(two, one)).toBeLessThan(1e-4);
  };

  it('do not know rotations about the beam', () => same(rotated(all, (i) => 0.1 * i)));
  it('do not know reflections', async () => {
    await same(changed(all, ([e, px, py, pz]) => [e, px, -py, pz]));
    await same(changed(all, ([e, px, py, pz]) => [e, px, py, -pz]));
  });
  it('do not know which branch is the first', () => same(branchesExchanged(all)));

  it('do not know which b the file called b1', () => {
    const { a1, a2, b1, b2 } = all.visible;
    return same({ visible: { a1, a2, b1: b2, b2: b1 }, ptmiss: all.ptmiss });
  });

  it('know of a boost along the beam what the production knows', async () => {
    const moved = boosted(all, () => 0.3);
    // A network that is told of the rapidity proposes otherwise, if not better.
    const deaf = weightsOf(settings);
    const { width } = settings;
    deaf[0].values.fill(0, 17 * width, 18 * width);
    const blind = { ...PRODUCTION, terms: PRODUCTION.terms.filter(({ y }) => y === 0) };
    const difference = async (production: PairPolynomial) => {
      const made = { ...settings, production };
      return relativeError(await densities(moved, made, deaf), await densities(all, made, deaf));
    };
    expect(await difference(blind)).toBeLessThan(1e-4);
    expect(await difference(PRODUCTION)).toBeGreaterThan(1e-3);
  });

  it('are the means of weights over draws and pairings', async () => {
    const model = modelOf(settings);
    const [rows, noise] = [rowsOf(all, settings, 5), noiseOf(model, 8)];
    const found = await take(tidy(() => model.logDensities(rows, noise)));
    const weights = await take(tidy(() => model.draws(rows, noise).logWeights));
    expect(weights).toHaveLength(5 * 2 * 8);
    found.forEach((value, i) => {
      const own = weights.subarray(16 * i, 16 * (i + 1));
      const largest = Math.max(...own);
      const sum = own.reduce((before, x) => before + Math.exp(x - largest), 0);
      // Float32 of up to some hundreds.
      expect(value).toBeCloseTo(largest + Math.log(sum / 16), 3);
    });
    model.dispose();
  });
});

describe.each(BACKENDS)('gradients of logDensities on %s', (backend) => {
  beforeEach(() => useBackend(backend));

  it.each([
    { name: 'perfect', settings: PERFECT },
    { name: 'smeared', settings: SMEARED },
  ])('are the differences that steps make: $name', async ({ settings }) => {
    const model = modelOf(settings);
    const [rows, noise] = [rowsOf(events(), settings), noiseOf(model, 4)];
    const f = (): Scalar => mean(model.logDensities(rows, noise));
    const { trainable } = model.network;
    const weights = [trainable[0], trainable[trainable.length - 1]];
    const masses = [...model.logGaps, ...model.logResolutions];
    // Every operation has its derivative on each backend; differences are slow where graphs are compiled.
    const variables = backend === 'cpu' ? [...masses, ...weights] : [masses[1], weights[1]];
    const { grads } = variableGrads(f, variables);
    for (const variable of variables) {
      const gradient = await take(grads[variable.name]);
      const values = Float32Array.from(await variable.data());
      // The element that changes the result most.
      const size = gradient.map(Math.abs);
      const k = size.indexOf(Math.max(...size));
      const step = 2e-3;
      const at = async (by: number): Promise<number> => {
        const moved = values.map((x, j) => (j === k ? x + by : x));
        tidy(() => variable.assign(tensor(moved, variable.shape)));
        return (await take(tidy(f)))[0];
      };
      const difference = ((await at(step)) - (await at(-step))) / (2 * step);
      await at(0);
      // Kinks of |m − m̃| in a few of the draws, and float32 of some 50 by steps of 4e-3: 1e-3.
      expect(Math.abs(difference - gradient[k])).toBeLessThan(0.01 * size[k] + 2e-3);
    }
    model.dispose();
  });
});

describe('createDensityModel', () => {
  beforeEach(() => useBackend('cpu'));

  const refused: readonly [string, Partial<DensityModelSettings>, string][] = [
    [
      'resolutions in another order than the rows',
      { smeared: ['a2', 'a1'] },
      'createDensityModel: the smeared roles are a2, a1, expected some of a1, a2, b1, b2, once each and in this order.',
    ],
    [
      'a resolution of nothing visible',
      { smeared: ['c1'] },
      'createDensityModel: the smeared roles are c1, expected some of a1, a2, b1, b2, once each and in this order.',
    ],
    ['no unit', { unit: 0 }, 'createDensityModel: the unit is 0 GeV, expected one above 0.'],
    [
      'negative masses',
      { mC: [450, -1] },
      'createDensityModel: the invisible masses are 450 and -1 GeV, expected 0 or more.',
    ],
    [
      'nothing but outliers',
      { outliers: { share: 1, broader: 10 } },
      'createDensityModel: a share of 1 of outliers is 10 times broader, expected a share from 0 to below 1 and a factor of 1 or more.',
    ],
    [
      'tops with heavy neutrinos',
      { decays: 'top' },
      'createDensityModel: decays of tops with antler and 450 and 450 GeV, expected two steps of one visible in each branch, and 0 GeV.',
    ],
    [
      'tops of one step',
      { decays: 'top', mC: [0, 0], topology: SHORT },
      'createDensityModel: decays of tops with short and 0 and 0 GeV, expected two steps of one visible in each branch, and 0 GeV.',
    ],
  ];
  it.each(refused)('refuses %s', (_, change, message) => {
    expect(() => modelOf({ ...PERFECT, ...change })).toThrow(new RangeError(message));
  });

  it('refuses parameters of other masses, and impossible ones', () => {
    const weights = weightsOf(PERFECT);
    const { logGaps, logResolutions } = start();
    expect(() => createDensityModel(PERFECT, weights, { logGaps: [1], logResolutions })).toThrow(
      new RangeError(
        'createDensityModel: logGaps are 1, expected a finite number for each of A, B.'
      )
    );
    // A below B.
    const crossed = start([800, 1000]).logGaps;
    expect(() =>
      createDensityModel(PERFECT, weights, { logGaps: crossed, logResolutions })
    ).toThrow('logGaps are NaN');
    expect(() =>
      createDensityModel(PERFECT, weights, { logGaps, logResolutions: [0, Infinity] })
    ).toThrow('logResolutions are 0, Infinity');
  });

  it('gives back its parameters', async () => {
    const model = modelOf(PERFECT);
    const { logGaps, logResolutions } = await model.parameters();
    const given = start();
    // Float32.
    given.logGaps.forEach((x, i) => expect(logGaps[i]).toBeCloseTo(x, 6));
    given.logResolutions.forEach((x, i) => expect(logResolutions[i]).toBeCloseTo(x, 6));
    const masses = await Promise.all(model.common().masses.map((m) => take(m)));
    expect(masses.map(([m]) => m * UNIT)).toEqual([
      expect.closeTo(1000, 3),
      expect.closeTo(800, 3),
    ]);
    model.dispose();
  });

  it('refuses rows and noise of other shapes', () => {
    const model = modelOf(PERFECT);
    const rows = rowsOf(events(), PERFECT, 3);
    const call = (r: Tensor2D, noise: [number, number]) => () =>
      tidy(() => model.logDensities(r, zeros(noise)));
    expect(call(rowsOf(events(), SMEARED, 3), [1, 8])).toThrow(
      new RangeError('DensityModel: rows have 22 columns, expected 19.')
    );
    expect(call(slice(rows, [0, 0], [5, -1]), [1, 8])).toThrow(
      new RangeError('DensityModel: there are 5 rows, expected 2 per event, one for each pairing.')
    );
    for (const shape of [
      [1, 6],
      [1, 0],
      [3, 8],
    ] as const) {
      expect(call(rows, [...shape])).toThrow(
        new RangeError(
          `DensityModel: noise is [${shape.join(', ')}], expected 6 rows or one, and a multiple of 4 columns.`
        )
      );
    }
    expect(call(rows, [6, 8])).not.toThrow();
    model.dispose();
  });

  it('leaves no tensor behind', () => {
    const before = memory().numTensors;
    const model = modelOf(SMEARED);
    const rows = rowsOf(events(), SMEARED, 3);
    const noise = noiseOf(model, 2);
    tidy(() => void model.logDensities(rows, noise));
    rows.dispose();
    noise.dispose();
    model.dispose();
    expect(memory().numTensors).toBe(before);
  });
});
