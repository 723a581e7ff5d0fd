import { grad, ones, scalar, tensor1d } from '@tensorflow/tfjs-core';
import type { Tensor1D } from '@tensorflow/tfjs-core';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  COMPLETIONS,
  DISTANCES,
  batchLoss,
  eventLosses,
  freeRelationLosses,
} from '../src/index.ts';
import type { BranchMasses, Momenta } from '../src/index.ts';
import { BACKENDS, relativeError, take, useBackend } from './backends.ts';

const AUXILIARY = () => ({ mA: scalar(1), mB: scalar(0.8) });

const branch = (mA1: number[], mA2: number[], mB1: number[], mB2: number[]): BranchMasses => ({
  mA1: tensor1d(mA1),
  mA2: tensor1d(mA2),
  mB1: tensor1d(mB1),
  mB2: tensor1d(mB2),
});

describe.each(BACKENDS)('the loss on %s', (backend) => {
  beforeEach(() => useBackend(backend));

  it('is 0 for events that are solved, with every distance', async () => {
    const solved = branch([1], [1], [0.8], [0.8]);
    for (const distance of Object.values(DISTANCES)) {
      expect((await take(eventLosses(solved, AUXILIARY(), distance)))[0]).toBe(0);
    }
  });

  it('sums the six distances of Eq. (1), by hand', async () => {
    const masses = branch([1.25, 1], [1.5, 1], [0.75, 0.8], [1, 0.8]);
    const losses = await take(eventLosses(masses, AUXILIARY(), DISTANCES.l1));
    // |1.25 − 1.5| + 0.25 + 0.5 + |0.75 − 1| + 0.05 + 0.2, and float32.
    expect(losses[0]).toBeCloseTo(1.5, 6);
    expect(losses[1]).toBe(0);
  });

  it('does not change when the branches change places', async () => {
    const there = branch([1.2, 0.7], [0.9, 1.4], [0.6, 0.8], [0.85, 0.7]);
    const back = branch([0.9, 1.4], [1.2, 0.7], [0.85, 0.7], [0.6, 0.8]);
    for (const distance of Object.values(DISTANCES)) {
      const first = await take(eventLosses(there, AUXILIARY(), distance));
      const second = await take(eventLosses(back, AUXILIARY(), distance));
      // The same terms added in another order.
      expect(relativeError(first, second)).toBeLessThan(3e-7);
    }
  });

  it('is the mean over the events, weighted if there are weights', async () => {
    const losses = () => tensor1d([1, 2, 6]);
    expect((await take(batchLoss(losses())))[0]).toBe(3);
    expect((await take(batchLoss(losses(), tensor1d([0, 3, 0]))))[0]).toBe(2);
    expect((await take(batchLoss(losses(), tensor1d([-1, 2, 2]))))[0]).toBe(5);
  });

  it('passes each event its weight over n as gradient', async () => {
    const losses = tensor1d([1, 2, 6, 4]);
    const gradient = grad((x) => batchLoss(x as Tensor1D, tensor1d([-1, 2, 2, 1])))(losses);
    expect([...(await take(gradient))]).toEqual([-0.25, 0.5, 0.5, 0.25]);
  });
});

describe.each(BACKENDS)('freeRelationLosses on %s', (backend) => {
  beforeEach(() => useBackend(backend));

  /** Masses 0.5 and 0.7 at momenta (0.3, 0, 0) and (0, 0.4, 0). */
  const q = (e: number, px: number, py: number): Momenta<Tensor1D> => ({
    e: tensor1d([e]),
    px: tensor1d([px]),
    py: tensor1d([py]),
    pz: tensor1d([0]),
  });
  const invisible = () => ({
    q1: q(Math.hypot(0.5, 0.3), 0.3, 0),
    q2: q(Math.hypot(0.7, 0.4), 0, 0.4),
  });
  const known = () => ({ ptmiss: { px: tensor1d([0.1]), py: tensor1d([0.1]) }, mC: 0.6 });
  // |0.5 − 0.7| + 0.1 + 0.1
  const MASS_TERM = 0.4;
  // (0.3 − 0.1)² + (0.4 − 0.1)²
  const TRANSVERSE_TERM = 0.13;

  it.each([
    { name: 'mc', expected: MASS_TERM },
    { name: 'pt', expected: TRANSVERSE_TERM },
    { name: 'pt_mc', expected: MASS_TERM + TRANSVERSE_TERM },
  ] as const)('$name adds what its completion leaves free', async ({ name, expected }) => {
    const losses = freeRelationLosses(COMPLETIONS[name], invisible(), known(), DISTANCES.l1);
    expect((await take(losses!))[0]).toBeCloseTo(expected, 5);
  });

  it('exact leaves nothing free', () => {
    const losses = freeRelationLosses(COMPLETIONS.exact, invisible(), known(), DISTANCES.l1);
    expect(losses).toBeUndefined();
  });

  it('is passed on to the momenta', async () => {
    const gradient = grad((px) => {
      const { q1, q2 } = invisible();
      const moved = { q1: { ...q1, px: px as Tensor1D }, q2 };
      return freeRelationLosses(COMPLETIONS.pt, moved, known(), DISTANCES.l1)!;
    });
    // d/dx (x − 0.1)² at 0.3.
    expect((await take(gradient(tensor1d([0.3]), ones([1]))))[0]).toBeCloseTo(0.4, 6);
  });
});
