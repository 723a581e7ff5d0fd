import { scalar } from '@tensorflow/tfjs-core';
import { beforeEach, describe, expect, it } from 'vitest';
import '../../src/index.ts';
import {
  choleskyFactor,
  precisionMatrix,
  solveBackward,
  solveForward,
} from '../../src/density/normal-equations.ts';
import type { Entry } from '../../src/density/normal-equations.ts';
import { BACKENDS, take, useBackend } from '../backends.ts';
import { determinant, normals, precisionOf, solve } from './linear-algebra.ts';
import { column, draws } from './tensors.ts';

/** Slopes with the zeros of an antler with one energy: 4 masses, 5 unknowns. */
const ZEROS = [
  [1, 1, 1, 0, 1],
  [1, 1, 1, 0, 0],
  [1, 1, 0, 1, 1],
  [1, 1, 0, 1, 1],
];
const WEIGHTS = [2, 5, 2, 5];
const PRIOR = [0.7, 0.7, 0.7, 0.7, 1];
const N = 20;

const numbers = normals(N * 25, 1);
/** J and b of event i. */
const slopesOf = (i: number) =>
  ZEROS.map((row, k) => row.map((x, j) => x * numbers[25 * i + 5 * k + j]));
const sideOf = (i: number) => [0, 1, 2, 3, 4].map((k) => (k === 2 ? 0 : numbers[25 * i + 20 + k]));
const events = Array.from({ length: N }, (_, i) => ({
  precision: precisionOf(slopesOf(i), WEIGHTS, PRIOR),
  side: sideOf(i),
}));

const precision = () =>
  precisionMatrix(
    ZEROS.map((row, k) =>
      row.map((x, j): Entry =>
        x === 0 ? undefined : column(events.map((_, i) => slopesOf(i)[k][j]))
      )
    ),
    WEIGHTS.map((w) => scalar(w)),
    PRIOR.map((w) => column(events.map(() => w)))
  );
/** b, the third entry left out as it is 0. */
const side = (): Entry[] =>
  [0, 1, 2, 3, 4].map((k) => (k === 2 ? undefined : column(events.map((event) => event.side[k]))));

const taken = async (entry: Entry): Promise<Float32Array> =>
  entry === undefined ? new Float32Array(N) : take(entry);

describe.each(BACKENDS)('normal equations on %s', (backend) => {
  beforeEach(() => useBackend(backend));

  it('have the matrix Jᵀ W J + Λ, zeros left out', async () => {
    const matrix = precision();
    expect(matrix.map((row) => row.length)).toEqual([1, 2, 3, 4, 5]);
    // q1z and q2z share no mass.
    expect(matrix[3][2]).toBeUndefined();
    for (const [i, row] of matrix.entries()) {
      for (const [j, entry] of row.entries()) {
        const found = await taken(entry);
        // Sums of five float32 terms of up to 30.
        events.forEach((event, k) => expect(found[k]).toBeCloseTo(event.precision[i][j], 4));
      }
    }
  });

  it('are solved as by elimination in double precision', async () => {
    const factor = choleskyFactor(precision());
    const x = solveBackward(factor, solveForward(factor, side()));
    for (const [j, entry] of x.entries()) {
      const found = await taken(entry);
      // Condition numbers of up to 200.
      events.forEach((event, k) => {
        expect(found[k]).toBeCloseTo(solve(event.precision, event.side)[j], 4);
      });
    }
  });

  it('have the determinant of the factor squared', async () => {
    const factor = choleskyFactor(precision());
    const diagonal = await Promise.all(factor.map((row, i) => taken(row[i])));
    events.forEach((event, k) => {
      const found = diagonal.reduce((product, values) => product * values[k] ** 2, 1);
      // Ten roundings, amplified where pivots are small differences.
      expect(found / determinant(event.precision)).toBeCloseTo(1, 4);
    });
  });

  it('divide by no pivot that rounding made 0 or negative', async () => {
    // Two unknowns that masses cannot tell apart, without a prior to speak of.
    const same = precisionMatrix(
      [[column([3]), column([3])]],
      [scalar(1e8)],
      [column([1e-9]), column([1e-9])]
    );
    const factor = choleskyFactor(same);
    expect((await take(factor[1][1]!))[0]).toBeGreaterThanOrEqual(0.999e-3);
  });
});

describe('solveBackward', () => {
  it('solves for many right sides at once: [n, 1] against [n, S]', async () => {
    await useBackend('cpu');
    const factor = [[column([2])], [column([1]), column([4])]];
    const x = solveBackward(factor, [column([6]), column([8])]);
    // Cᵀ = (2 1; 0 4).
    expect([...(await take(x[0]!)), ...(await take(x[1]!))]).toEqual([2, 2]);
    const many = solveBackward(factor, [draws([6, 4]), draws([8, 0])]);
    expect([...(await take(many[0]!)), ...(await take(many[1]!))]).toEqual([2, 2, 2, 0]);
  });
});
