import { beforeEach, describe, expect, it } from 'vitest';
import '../../src/index.ts';
import { completeEvent } from '../../src/density/completed-event.ts';
import { drawUnknowns, proposalOutputs } from '../../src/density/proposal.ts';
import { take, useBackend } from '../backends.ts';
import { antlers, anyEvents, anyUnknowns, MEANINGS, type TrueEvent } from './events.ts';
import type { Event, Meaning, Trial } from './float64.ts';
import { determinant, normals, solve } from './linear-algebra.ts';
import { column, columnsOf, commonOf, draws, settingsOf } from './tensors.ts';

const TRIAL: Trial = {
  masses: { G: 9, A: 7.5, B: 5.5, D: 4 },
  resolutions: { G: 0.8, A: 0.5, B: 0.4, D: 0.3 },
  outliers: { share: 0, broader: 1 },
};

/** Outputs that say z₀, ln of the trust, and L, all of whose elements vary. */
function outputsOf(
  start: readonly number[],
  trust: number,
  shape: (i: number, j: number) => number
) {
  const lower = start.flatMap((_, i) => [
    shape(i, i),
    ...start.slice(0, i).map((_z, j) => shape(i, j)),
  ]);
  return [...start, ...lower, trust].map((x) => column([x]));
}

const share = ({ visibles }: Event): number =>
  visibles.reduce((sum, [e]) => sum + e, 0) / visibles.length;

/** What `drawUnknowns` makes of one event. */
async function draw(
  event: Event,
  meaning: Meaning,
  trial: Trial,
  outputs: ReturnType<typeof outputsOf>,
  noise: readonly Float32Array[]
) {
  const settings = settingsOf(meaning);
  const { masses, resolutions } = commonOf(meaning, trial);
  const targets = {
    masses: settings.shells.map(({ mass }) => masses[mass]),
    resolutions: settings.shells.map(({ mass }) => resolutions[mass]),
  };
  const columns = columnsOf([event]);
  const epsilon = noise.map((values) => draws(values));
  const { unknowns, minusLogDensity } = drawUnknowns(outputs, epsilon, columns, targets, settings);
  const completed = completeEvent(columns, unknowns, settings);
  return {
    unknowns: await Promise.all(unknowns.map((z) => take(z))),
    masses: await Promise.all(completed.masses.map((m) => take(m))),
    minusLogDensity: await take(minusLogDensity),
  };
}

const noiseOf = (d: number, n: number, seed: number) =>
  Array.from({ length: d }, (_, k) => normals(n, 100 * seed + k));

describe('drawUnknowns', () => {
  beforeEach(() => useBackend('cpu'));

  const S = 8000;

  it.each(MEANINGS)('says the density it draws with: $topology.name', async (meaning) => {
    const [event] = anyEvents(1, meaning);
    const [start] = anyUnknowns(1, meaning);
    const d = start.length;
    const shape = (i: number, j: number) =>
      i === j ? 0.2 * Math.sin(i + 1) : 0.3 * Math.cos(3 * i + j);
    const outputs = () => outputsOf(start, -0.5, shape);
    // A Gaussian, as found in other draws but half as wide in volume per dimension.
    const pilot = await draw(event, meaning, TRIAL, outputs(), noiseOf(d, 2000, 1));
    const target = gaussianOf(pilot.unknowns, 0.6);
    const { unknowns, minusLogDensity } = await draw(
      event,
      meaning,
      TRIAL,
      outputs(),
      noiseOf(d, S, 2)
    );
    // ∫ G dz = ⟨G/Q⟩ = 1; the (2π)^{d/2} of Q is left out.
    const weights = minusLogDensity.map((x, s) =>
      Math.exp(x + target(unknowns.map((z) => z[s])) + (d / 2) * Math.log(2 * Math.PI))
    );
    const { mean, error } = meanOf(weights);
    expect(error).toBeLessThan(0.04);
    // Noise is fixed.
    expect(Math.abs(mean - 1)).toBeLessThan(4 * error);
  });

  it('is the Gaussian of the network alone where resolutions say nothing', async () => {
    const [meaning] = MEANINGS;
    const [event] = anyEvents(1, meaning);
    const trial = { ...TRIAL, resolutions: { A: 1e6, B: 1e6 } };
    const [start, trust] = [[0.3, -1, 0.5, 2], 0.7];
    const shape = (i: number, j: number) => (i === j ? 0.1 * i : 0.5 + j);
    const epsilon = [0.5, -1, 2, 0.25];
    const noise = epsilon.map((x) => Float32Array.of(x));
    const found = await draw(event, meaning, trial, outputsOf(start, trust, shape), noise);
    // z = share (z₀ + e^{−trust} L ε), −ln Q = ε²/2 + Σ ln L_kk − 4 ln(e^{trust}/share).
    const unit = share(event);
    start.forEach((z0, i) => {
      const below = epsilon.slice(0, i).reduce((sum, e, j) => sum + shape(i, j) * e, 0);
      const spread = Math.exp(shape(i, i)) * epsilon[i] + below;
      expect(found.unknowns[i][0]).toBeCloseTo(unit * (z0 + Math.exp(-trust) * spread), 4);
    });
    const half = epsilon.reduce((sum, x) => sum + x * x, 0) / 2;
    const expected = half + 0.1 * (0 + 1 + 2 + 3) - 4 * (trust - Math.log(unit));
    expect(found.minusLogDensity[0]).toBeCloseTo(expected, 4);
  });

  // Visibles of some 2 units; trust so small that the masses decide.
  const near = antlers(6, 7.5, 5.5, 3);
  const [plain] = MEANINGS;
  const meaning = { ...plain, mC: [3, 3] as const };
  const outputsNear = ({ event, unknowns }: TrueEvent, off: number) =>
    outputsOf(
      unknowns.map((z, k) => (z + off * Math.cos(k)) / share(event)),
      -3,
      () => 0
    );

  it('steps onto the mass shells: what is left of a miss falls with its square', async () => {
    const trial = { ...TRIAL, resolutions: { A: 1e-3, B: 1e-3 } };
    const still = noiseOf(4, 1, 0).map(() => Float32Array.of(0));
    const missOf = async (one: TrueEvent, off: number) => {
      const { masses } = await draw(one.event, meaning, trial, outputsNear(one, off), still);
      return Math.max(...masses.map(([m], k) => Math.abs(m - [7.5, 5.5][k % 2])));
    };
    const misses = await Promise.all(near.map((one) => missOf(one, 0.2)));
    const smaller = await Promise.all(near.map((one) => missOf(one, 0.02)));
    // From 0.2 away; second derivatives of masses are of order 0.3.
    expect(Math.max(...smaller)).toBeLessThan(2e-3);
    const sum = (values: readonly number[]) => values.reduce((before, x) => before + x, 0);
    expect(sum(smaller)).toBeLessThan(sum(misses) / 20);
  });

  it.each([1e-2, 1e-3])('draws masses as far apart as they are resolved: τ = %d', async (tau) => {
    const trial = { ...TRIAL, resolutions: { A: tau, B: tau } };
    const noise = noiseOf(4, 1000, 3);
    const deviations: number[] = [];
    for (const one of near) {
      const { masses } = await draw(one.event, meaning, trial, outputsNear(one, 0), noise);
      deviations.push(...masses.map((values) => meanOf(values).deviation / tau));
    }
    // J C⁻ᵀ is T times a rotation, but for the curvature of masses, which matters in some events;
    // 1000 draws: 2.2 %.
    const middle = deviations.sort((one, other) => one - other).slice(6, -6);
    expect(middle[0]).toBeGreaterThan(0.9);
    expect(middle[middle.length - 1]).toBeLessThan(1.1);
  });
});

describe('proposalOutputs', () => {
  it('counts means, a triangle and the trust', () => {
    expect([4, 6].map(proposalOutputs)).toEqual([4 + 10 + 1, 6 + 21 + 1]);
  });
});

function meanOf(values: ArrayLike<number>) {
  const all = Array.from(values);
  const mean = all.reduce((sum, x) => sum + x, 0) / all.length;
  const deviation = Math.sqrt(all.reduce((sum, x) => sum + (x - mean) ** 2, 0) / all.length);
  return { mean, deviation, error: deviation / Math.sqrt(all.length) };
}

/** ln of the Gaussian with the mean of some points and their covariance times a factor. */
function gaussianOf(columns: readonly Float32Array[], factor: number) {
  const means = columns.map((values) => meanOf(values).mean);
  const covariance = columns.map((one, i) =>
    columns.map((other, j) => {
      const terms = one.map((x, s) => (x - means[i]) * (other[s] - means[j]));
      return factor * meanOf(terms).mean;
    })
  );
  const inverse = covariance.map((_, k) =>
    solve(
      covariance,
      means.map((_m, j) => (j === k ? 1 : 0))
    )
  );
  const logDeterminant = Math.log(determinant(covariance));
  return (z: readonly number[]): number => {
    const from = z.map((x, i) => x - means[i]);
    const square = from.reduce(
      (sum, x, i) => sum + x * inverse[i].reduce((row, w, j) => row + w * from[j], 0),
      0
    );
    return -0.5 * (square + logDeterminant + z.length * Math.log(2 * Math.PI));
  };
}
