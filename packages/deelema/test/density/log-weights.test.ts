import { beforeEach, describe, expect, it } from 'vitest';
import type { PairPolynomial } from '@deelema/pair-production';
import { ANTLER } from '../../src/index.ts';
import { weightedDraws } from '../../src/density/log-weights.ts';
import { take, useBackend } from '../backends.ts';
import { antlers, type TrueEvent } from './events.ts';
import { complete, logDecays, logKernel, type Meaning, type Trial } from './float64.ts';
import { normals } from './linear-algebra.ts';
import { column, columnsOf, commonOf, draws, settingsOf } from './tensors.ts';

const MEANING: Meaning = { topology: ANTLER, smeared: [], mC: [3, 3] };
const UNIT = 150;
let W=0;

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
  masses: [450, 1500],
  rms: 0,
};

/** The same, from its definition: at what a pair of four-momenta says. */
function logPair(
  [e1, x1, y1, z1]: readonly number[],
  [e2, x2, y2, z2]: readonly number[],
  [m1, m2]: readonly number[],
  pole: number,
  rapidity: number
): number {
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

/**
 * ∫ d⁴z of the density by midpoints in t, z = centre + scale sinh t: the tails fall as e^{−|z|}, so that
 * they need no close points.
 */
function integral({ event, unknowns }: TrueEvent, trial: Trial, points: number): number {
  const [scale, most] = [1.5, 3.4];
  const step = (2 * most) / points;
  const nodes = Array.from({ length: points }, (_, i) => (i + 0.5) * step - most);
  const at = (k: number) => nodes.map((t) => unknowns[k] + scale * Math.sinh(t));
  const widths = nodes.map((t) => scale * Math.cosh(t) * step);
  const [x, y, z1, z2] = [0, 1, 2, 3].map(at);
  const perfect = complete(event, unknowns, MEANING);
  const decays = logDecays(perfect, MEANING, trial);
  let sum = 0;
  for (let i = 0; i < points; ++i) {
    for (let j = 0; j < points; ++j) {
      const rows = nodes.map((_, k) => complete(event, [x[i], y[j], z1[k], z2[k]], MEANING));
      for (let k = 0; k < points; ++k) {
        const [p1, , ,] = rows[k].resonances;
        const [m1, n1] = rows[k].masses;
        for (let l = 0; l < points; ++l) {
          const other = rows[l];
          const [, , m2, n2] = other.masses;
          const kernel = logKernel([m1, n1, m2, n2], ANTLER, trial);
          if (kernel < -40) continue;
          const pair = logPair(p1, other.resonances[2], [m1, m2], trial.masses.A, event.rapidity);
          const energies = rows[k].invisible[0][0] * other.invisible[1][0];
          sum +=
            (widths[i] * widths[j] * widths[k] * widths[l] * Math.exp(kernel + pair)) / energies;
        }
      }
    }
  }
  return sum * Math.exp(decays);
}

/** ⟨w⟩ of draws about the truth, as broad as the whole integrand. */
async function meanWeight({ event, unknowns }: TrueEvent, trial: Trial, S: number, seed: number) {
  const share = event.visibles.reduce((sum, [e]) => sum + e, 0) / 4;
  const shape = [W, 0, W, 0, 0, W, 0, 0, 0, W];
  const outputs = [...unknowns.map((z) => z / share), ...shape, -0.5].map((x) => column([x]));
  const noise = [0, 1, 2, 3].map((k) => draws(normals(S, 10 * seed + k)));
  const settings = {
    ...settingsOf(MEANING),
    ...{ production: PRODUCTION, outliers: trial.outliers, unit: UNIT },
  };
  const common = commonOf(MEANING, trial);
  const { logWeights } = weightedDraws(outputs, noise, columnsOf([event]), common, settings);
  const weights = (await take(logWeights)).map((x) => Math.exp(x + 2 * Math.log(2 * Math.PI)));
  const mean = weights.reduce((sum, w) => sum + w, 0) / S;
  const square = weights.reduce((sum, w) => sum + w * w, 0) / S;
  return { mean, error: Math.sqrt((square - mean * mean) / S) };
}

describe('weightedDraws', () => {
  beforeEach(() => useBackend('cpu'));
  const events = antlers(4, 1150 / UNIT, 850 / UNIT, 3);
  const trial: Trial = {
    masses: { A: 7.4, B: 5.6 },
    resolutions: { A: 0.8, B: 0.8 },
    outliers: { share: 0, broader: 1 },
  };
  it.each(events.map((event, i) => ({ event, i })))('event $i', async ({ event, i }) => {
    const t0 = performance.now();
    const values = [12, 18, 24].map((n) => integral(event, trial, n));
    const t1 = performance.now();
    for (W of [0.6,0.9,1.2]) console.log(W, await meanWeight(event, trial, 40_000, i)); const found=0;
    console.log(i, values, found, t1 - t0, performance.now() - t1);
    expect(1).toBe(1);
  });
});
