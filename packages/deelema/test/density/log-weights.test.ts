import type { PairPolynomial } from '@deelema/pair-production';
import { beforeEach, describe, expect, it } from 'vitest';
import '../../src/index.ts';
import { weightedDraws } from '../../src/density/log-weights.ts';
import { drawUnknowns } from '../../src/density/proposal.ts';
import { BACKENDS, take, useBackend } from '../backends.ts';
import { antlers, anyEvents, anyUnknowns, MEANINGS, type TrueEvent } from './events.ts';
import { complete, logIntegrand, type Completed, type Trial } from './float64.ts';
import { normals } from './linear-algebra.ts';
import { column, columnsOf, commonOf, draws, settingsOf } from './tensors.ts';

const UNIT = 150;

/** ln of a density of pairs made up here: u, y²/4, cos²θ and ln M/M₀. */
const PRODUCTION: PairPolynomial = {
  reference: 1000,
  terms: [
    { u: 0, y: 0, c: 0, m: 0, coefficient: 0.3 },
    { u: 1, y: 0, c: 0, m: 0, coefficient: -3 },
    { u: 2, y: 0, c: 0, m: 0, coefficient: 0.5 },
    { u: 0, y: 1, c: 0, m: 0, coefficient: -1 },
    { u: 1, y: 0, c: 1, m: 0, coefficient: 0.7 },
    { u: 0, y: 0, c: 1, m: 0, coefficient: -0.4 },
    { u: 0, y: 0, c: 0, m: 1, coefficient: -5 },
  ],
  uRange: [0, 1.2],
  ySquaredMost: 6,
  masses: [450, 15_000],
  rms: 0,
};

/** The same, from its definition, of the first resonances of both branches. */
function logPair(completed: Completed, second: number, pole: number, rapidity: number): number {
  const [[e1, x1, y1, z1], [e2, x2, y2, z2]] = [
    completed.resonances[0],
    completed.resonances[second],
  ];
  const [m1, m2] = [completed.masses[0], completed.masses[second]];
  const [e, x, y, z] = [e1 + e2, x1 + x2, y1 + y2, z1 + z2];
  const sqrtS = Math.sqrt(e * e - x * x - y * y - z * z);
  const p = Math.sqrt((sqrtS ** 2 - (m1 + m2) ** 2) * (sqrtS ** 2 - (m1 - m2) ** 2)) / (2 * sqrtS);
  // p_z in the frame of the pair: a boost along z, then one across.
  const along = (z1 * e - e1 * z) / Math.sqrt(e * e - z * z);
  const u = Math.min(Math.max(Math.log(sqrtS / (2 * pole)), 0), 1.2);
  const c = Math.min((along / p) ** 2, 1);
  const yy = Math.min((rapidity + Math.atanh(z / e)) ** 2, 6) / 4;
  const m = Math.log((pole * UNIT) / 1000);
  return 0.3 - 3 * u + 0.5 * u * u - yy + 0.7 * u * c - 0.4 * c - 5 * m;
}

const TRIAL: Trial = {
  masses: { G: 45, A: 30, B: 15, D: 12 },
  resolutions: { G: 8, A: 5, B: 4, D: 3 },
  outliers: { share: 0.05, broader: 5 },
};

/** Four events of a kind and a proposal for each. */
function problemOf(meaning: (typeof MEANINGS)[number], S: number) {
  const n = 4;
  const events = anyEvents(n, meaning);
  const starts = anyUnknowns(n, meaning);
  const d = starts[0].length;
  const shape = Array.from({ length: (d * (d + 1)) / 2 }, (_, k) =>
    column(starts.map((_z, i) => 0.2 * Math.sin(k + i)))
  );
  const means = starts[0].map((_, k) => column(starts.map((z) => z[k])));
  const outputs = [...means, ...shape, column(starts.map(() => -0.5))];
  const noise = Array.from({ length: d }, (_, k) => draws(normals(S, k + 1), n));
  const common = commonOf(meaning, TRIAL);
  const density = {
    production: PRODUCTION,
    outliers: TRIAL.outliers,
    decays: 'flat' as const,
    unit: UNIT,
  };
  const settings = { ...settingsOf(meaning), ...density };
  const targets = {
    masses: settings.shells.map(({ mass }) => common.masses[mass]),
    resolutions: settings.shells.map(({ mass }) => common.resolutions[mass]),
  };
  return { events, outputs, noise, columns: columnsOf(events), common, settings, targets };
}

describe.each(BACKENDS)('weightedDraws on %s', (backend) => {
  beforeEach(() => useBackend(backend));

  const S = 50;
  it.each(MEANINGS)('weighs by integrand over proposal: $topology.name', async (meaning) => {
    const problem = problemOf(meaning, S);
    const { events, outputs, noise, columns, common, settings, targets } = problem;
    const { logWeights } = weightedDraws(outputs, noise, columns, common, settings);
    const { unknowns, minusLogDensity } = drawUnknowns(outputs, noise, columns, targets, settings);
    const [weights, proposal] = [await take(logWeights), await take(minusLogDensity)];
    const z = await Promise.all(unknowns.map((values) => take(values)));
    const [one, two] = meaning.topology.branches.map(({ steps }) => TRIAL.masses[steps[0].mass]);
    const second = meaning.topology.branches[0].steps.length;
    let compared = 0;
    for (let at = 0; at < events.length * S; ++at) {
      const event = events[Math.floor(at / S)];
      const values = z.map((of) => of[at]);
      // Beyond, energies are bounded.
      if (event.resolutions.some((sigma, k) => sigma * values[4 + k] < -0.9)) continue;
      const completed = complete(event, values, meaning);
      const pair = logPair(completed, second, (one + two) / 2, event.rapidity);
      const expected = logIntegrand(completed, meaning, TRIAL) + pair;
      // The integrand from its definition in double precision, at unknowns rounded to float32;
      // sums of terms of up to 30.
      expect(Math.abs(weights[at] - proposal[at] - expected)).toBeLessThan(1e-4);
      ++compared;
    }
    expect(compared).toBeGreaterThan(0.9 * weights.length);
  });
});

/** A toy antler: visibles of about one unit. */
const TOY = { ...MEANINGS[0], mC: [3, 3] as const };
const TOY_TRIAL: Trial = {
  masses: { A: 7.4, B: 5.6 },
  resolutions: { A: 0.8, B: 0.8 },
  outliers: { share: 0.02, broader: 10 },
};
/** Half the length of a cube of unknowns around the truth, units. */
const HALF = 1.2;

/** ∫ of the density over the cube, by midpoints in double precision. */
function integralOf({ event, unknowns }: TrueEvent, points: number): number {
  const step = (2 * HALF) / points;
  let sum = 0;
  for (let at = 0; at < points ** 4; ++at) {
    const z = unknowns.map(
      (centre, k) => centre - HALF + step * ((Math.floor(at / points ** k) % points) + 0.5)
    );
    const completed = complete(event, z, TOY);
    const pair = logPair(completed, 2, TOY_TRIAL.masses.A, event.rapidity);
    sum += Math.exp(logIntegrand(completed, TOY, TOY_TRIAL) + pair);
  }
  return sum * step ** 4;
}

/** The same by draws of a proposal that lies beside the truth: their mean and its error. */
async function integralByDraws(
  { event, unknowns }: TrueEvent,
  S: number,
  seed: number,
  trial = TOY_TRIAL
) {
  const share = event.visibles.reduce((sum, [e]) => sum + e, 0) / 4;
  const shape = [0.3, 0.3, 0.2, -0.2, 0.1, 0.3, 0.2, 0.1, -0.1, 0.4];
  const outputs = [...unknowns.map((z) => (z + 0.2) / share), ...shape, 0.9].map((x) =>
    column([x])
  );
  const noise = [0, 1, 2, 3].map((k) => draws(normals(S, 10 * seed + k)));
  const density = {
    production: PRODUCTION,
    outliers: trial.outliers,
    decays: 'flat' as const,
    unit: UNIT,
  };
  const settings = { ...settingsOf(TOY), ...density };
  const { logWeights, completed } = weightedDraws(
    ...([outputs, noise, columnsOf([event]), commonOf(TOY, trial), settings] as const)
  );
  const [one, two] = completed.invisible;
  const z = await Promise.all([one.px, one.py, one.pz, two.pz].map((q) => take(q)));
  const weights = (await take(logWeights)).map((x, s) => {
    const inside = z.every((values, k) => Math.abs(values[s] - unknowns[k]) < HALF);
    // The (2π)² of Q is left out of the weights.
    return inside ? Math.exp(x + 2 * Math.log(2 * Math.PI)) : 0;
  });
  const mean = weights.reduce((sum, w) => sum + w, 0) / S;
  const square = weights.reduce((sum, w) => sum + w * w, 0) / S;
  return { mean, error: Math.sqrt((square - mean * mean) / S) };
}

describe('the mean of weights', () => {
  beforeEach(() => useBackend('cpu'));

  const events = antlers(4, 1150 / UNIT, 850 / UNIT, 3).map((event, i) => ({ event, i }));
  it.each(events)('is the integral by midpoints, over a cube: event $i', async ({ event, i }) => {
    const expected = integralOf(event, 9);
    const { mean, error } = await integralByDraws(event, 10_000, i + 1);
    expect(error).toBeLessThan(0.05 * expected);
    // Twelve midpoints a side instead of nine: 0.2 % less. Noise is fixed.
    expect(Math.abs(mean - expected)).toBeLessThan(4 * error + 0.01 * expected);
  });

  // With the phase space of the decays at the auxiliary masses it grew by 2 ln(gap): 9.2 from 0.1 to 0.001.
  it.each(events)('has a bound where A and B have one mass: event $i', async ({ event, i }) => {
    const lnMean = async (gap: number) => {
      const masses = { A: TOY_TRIAL.masses.B + gap, B: TOY_TRIAL.masses.B };
      return Math.log((await integralByDraws(event, 10_000, i + 1, { ...TOY_TRIAL, masses })).mean);
    };
    const [near, nearer] = [await lnMean(0.1), await lnMean(0.001)];
    // Two exponentials of slope 1/τ = 1.25 for A: 0.25 at most.
    expect(Math.abs(nearer - near)).toBeLessThan(0.3);
  });
});
