import { ANTLER, gapsOfMasses, massesOfGaps } from '@deelema/deelema';
import { describe, expect, it } from 'vitest';
import { approach, correct } from '../../src/deelema/correction.ts';
import type { Simulation } from '../../src/deelema/correction.ts';
import type { FittedMasses } from '../../src/deelema/measure.ts';
import type { Conjecture } from '../../src/deelema/settings.ts';

const mC: readonly [number, number] = [700, 700];
const CONJECTURE: Conjecture = {
  ...{ topology: ANTLER, mC, decays: 'flat', selections: [], pairings: 2 },
  ...{ resolution: {}, ptmissResolution: undefined },
};
const gaps = (masses: readonly number[]): number[] => gapsOfMasses(ANTLER, masses, mC);
const masses = (logGaps: readonly number[]): number[] => massesOfGaps(ANTLER, logGaps, mC);

/** Networks that find M θ + b where the events have θ = ln gap; folds a little off, each its own way. */
const RESPONSE = [
  [0.8, -0.1],
  [0.05, 0.7],
];
const OFFSET = [0.9, 1.2];
const FOLD = [0.01, -0.02];
const found = (truth: readonly number[]): FittedMasses => {
  const theta = RESPONSE.map(
    (row, i) => OFFSET[i] + row.reduce((sum, value, j) => sum + value * gaps(truth)[j], 0)
  );
  const off = (by: number): number[] => masses(theta.map((gap, i) => gap + by * FOLD[i]));
  return {
    masses: masses(theta),
    resampled: [off(0.5), off(-0.5)],
    folds: [off(1), off(-1)],
    logLikelihood: 0,
    converged: true,
  };
};
const simulation: Simulation = (truth) => Promise.resolve(found(truth));
const nothing = (): void => undefined;

describe('correct', () => {
  const truth = [1000, 800];

  it('finds the true masses of networks with any linear response and bias in ln gap: closed form', async () => {
    for (const near of [truth, [980, 790], [1100, 860]]) {
      const reference = { truth: near, found: found(near) };
      const { fit } = await correct(
        ...([found(truth), reference, simulation, CONJECTURE, nothing] as const)
      );
      // A difference over 0.1 loses one of 15 digits.
      fit.masses.forEach((mass, i) => expect(mass).toBeCloseTo(truth[i], 9));
    }
  });

  it('takes resamples and simulated events through the same response, folds each through its own bias', async () => {
    const near = [990, 795];
    const reference = { truth: near, found: found(near) };
    const { fit, simulated } = await correct(
      ...([found(truth), reference, simulation, CONJECTURE, nothing] as const)
    );
    // The folds are off by as much in the simulated events.
    for (const fold of fit.folds) {
      fold.forEach((mass, i) => expect(mass).toBeCloseTo(truth[i], 9));
    }
    // R⁻¹ of half the distance of the folds: the inverse of a 2 × 2 matrix written out.
    const [[a, b], [c, d]] = RESPONSE;
    const [x, y] = FOLD.map((by) => by / 2);
    const det = a * d - b * c;
    const moved = [(d * x - b * y) / det, (a * y - c * x) / det];
    for (const [of, around] of [
      [fit, truth],
      [simulated!, near],
    ] as const) {
      gaps(of.resampled[0]).forEach((gap, i) =>
        expect(gap - gaps(around)[i]).toBeCloseTo(moved[i], 9)
      );
      expect(of.masses).not.toEqual(of.resampled[0]);
    }
  });

  it('says so where a fit of simulated events did not converge', async () => {
    const lost: Simulation = (at) => Promise.resolve({ ...found(at), converged: false });
    const reference = { truth, found: found(truth) };
    await expect(correct(found(truth), reference, lost, CONJECTURE, nothing)).rejects.toThrow(
      new RangeError('a fit of simulated events did not converge')
    );
    await expect(approach(found(truth), 1, lost, CONJECTURE, nothing)).rejects.toThrow(
      new RangeError('a fit of simulated events did not converge')
    );
  });

  it('refuses networks that find the same masses in whatever events', async () => {
    const stuck: Simulation = () => Promise.resolve(found(truth));
    const reference = { truth, found: found(truth) };
    await expect(correct(found(truth), reference, stuck, CONJECTURE, nothing)).rejects.toThrow(
      new RangeError('the networks do not follow the masses of simulated events')
    );
  });
});

describe('approach', () => {
  it('simulates where the bias of the simulation before puts the masses, starting from the measured ones', async () => {
    const fit = found([1000, 800]);
    const seen: { truth: readonly number[]; start: readonly number[] }[] = [];
    const watched: Simulation = (truth, start) => {
      seen.push({ truth, start });
      return simulation(truth, start);
    };
    const reference = await approach(fit, 1, watched, CONJECTURE, nothing);
    expect(seen.map(({ start }) => start)).toEqual([fit.masses, fit.masses]);
    expect(seen[0].truth).toEqual(fit.masses);
    const [before, after] = [gaps(fit.masses), gaps(found(fit.masses).masses)];
    gaps(seen[1].truth).forEach((gap, i) =>
      expect(gap).toBeCloseTo(before[i] - (after[i] - before[i]), 12)
    );
    expect(reference).toEqual({ truth: seen[1].truth, found: found(seen[1].truth) });
  });
});
