import { stream } from '@deelema/random';
import { describe, expect, it } from 'vitest';
import { maximise, solvePositive } from '../../src/deelema/maximum.ts';
import type { LogDensities } from '../../src/deelema/maximum.ts';

/** Events x_i drawn from a Gaussian of two correlated numbers: covariance [[1, 0.6], [0.6, 1]]. */
function gaussianPairs(n: number): [number, number][] {
  const { normal } = stream(5, 'test', 'pairs');
  return Array.from({ length: n }, () => {
    const [a, b] = [normal(), normal()];
    return [a, 0.6 * a + 0.8 * b];
  });
}

/** ln p = −½ (x − θ)ᵀ C⁻¹ (x − θ) in units of `width`, with C as in `gaussianPairs`. */
function gaussian(events: readonly (readonly [number, number])[], width: number): LogDensities {
  return (parameters) => {
    const values = events.map(([x, y]) => {
      const [u, v] = [(x - parameters[0]) / width, (y - parameters[1]) / width];
      return -0.5 * ((u * u - 1.2 * u * v + v * v) / 0.64);
    });
    return Promise.resolve(Float64Array.from(values));
  };
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

describe('maximise', () => {
  const events = gaussianPairs(400);

  it('finds the mean of Gaussian numbers: closed form', async () => {
    const found = await maximise(gaussian(events, 1), undefined, [0.05, -0.05]);
    // Differences of a quadratic have no error but rounding: 1e-16 of 400 over a step squared of 1e-4.
    expect(found.parameters[0]).toBeCloseTo(mean(events.map(([x]) => x)), 8);
    expect(found.parameters[1]).toBeCloseTo(mean(events.map(([, y]) => y)), 8);
    expect(found.converged).toBe(true);
  });

  it('gives −n C⁻¹ as the Hessian, and C⁻¹ (x − θ) as the score of each event', async () => {
    const { hessian, scores, parameters } = await maximise(gaussian(events, 1), undefined, [0, 0]);
    const expected = [
      [-400 / 0.64, (0.6 * 400) / 0.64],
      [(0.6 * 400) / 0.64, -400 / 0.64],
    ];
    hessian.forEach((row, i) =>
      row.forEach((value, j) => expect(value).toBeCloseTo(expected[i][j], 4))
    );
    expect(scores.map((score) => score.length)).toEqual([400, 400]);
    // At the last point, which is the step before the maximum; one step suffices here, so 0 or the maximum.
    const at = Math.abs(scores[0].reduce((a, b) => a + b)) < 1e-6 ? parameters : [0, 0];
    const [u, v] = [events[7][0] - at[0], events[7][1] - at[1]];
    expect(scores[0][7]).toBeCloseTo((u - 0.6 * v) / 0.64, 8);
    expect(scores[1][7]).toBeCloseTo((v - 0.6 * u) / 0.64, 8);
  });

  it('weighs events: a weight of 2 is an event twice, a weight of 0 none', async () => {
    const weights = Float32Array.from(events, (_, i) => i % 3);
    const repeated = events.flatMap((event, i) => Array.from({ length: i % 3 }, () => event));
    const one = await maximise(gaussian(events, 1), weights, [0, 0]);
    const two = await maximise(gaussian(repeated, 1), undefined, [0, 0]);
    expect(one.parameters[0]).toBeCloseTo(two.parameters[0], 8);
    expect(one.hessian[0][1]).toBeCloseTo(two.hessian[0][1], 4);
    expect(one.value).toBeCloseTo(two.value, 8);
  });

  it('finds the maximum of what is not quadratic: a rate of exponential times, by ln λ', async () => {
    // ln p = ln λ − λ t: the maximum is at λ = 1/⟨t⟩, where −H = n.
    const { exponential } = stream(5, 'test', 'times');
    const times = Array.from({ length: 500 }, () => exponential());
    const densities: LogDensities = ([logRate]) =>
      Promise.resolve(Float64Array.from(times, (t) => logRate - Math.exp(logRate) * t));
    const { parameters, hessian, converged } = await maximise(densities, undefined, [-0.4]);
    expect(converged).toBe(true);
    // Scores 1 − λt scatter by 1, so that differences are taken over 2 × 0.05: those of e^θ are longer by sinh(h)/h.
    // The last step is less than 0.1 of the error 0.045; Newton's method has left its square behind.
    const longer = Math.sinh(0.05) / 0.05;
    expect(parameters[0]).toBeCloseTo(-Math.log(mean(times) * longer), 5);
    expect(hessian[0][0] / -500).toBeCloseTo(1, 2);
  });

  it('walks uphill from where the sum is not concave', async () => {
    // ln p = −ln(1 + (x − θ)²) is convex beyond |x − θ| = 1.
    const densities: LogDensities = ([at]) =>
      Promise.resolve(new Float64Array(100).fill(-Math.log(1 + (0.6 - at) ** 2 / 0.04)));
    const { parameters } = await maximise(densities, undefined, [0]);
    expect(parameters[0]).toBeCloseTo(0.6, 3);
  });

  it('says so if there is no maximum within its steps, and takes no long ones', async () => {
    const rising: LogDensities = ([at]) => Promise.resolve(new Float64Array(100).fill(at));
    const { parameters, converged } = await maximise(rising, undefined, [0]);
    expect(converged).toBe(false);
    // 12 steps of 0.1.
    expect(parameters[0]).toBeCloseTo(1.2, 8);
  });
});

describe('solvePositive', () => {
  it('solves a system with a known solution', () => {
    const matrix = [
      [4, 2, 0.5],
      [2, 5, 1],
      [0.5, 1, 3],
    ];
    const x = [1, -2, 3];
    const b = matrix.map((row) => row.reduce((sum, value, i) => sum + value * x[i], 0));
    solvePositive(matrix, b)!.forEach((value, i) => expect(value).toBeCloseTo(x[i], 12));
  });

  it.each([
    ['negative', [[-1]]],
    ['singular', [[1, 1], [1, 1]]], // prettier-ignore
    ['indefinite', [[1, 2], [2, 1]]], // prettier-ignore
    ['not a number', [[NaN]]],
  ])('has no solution for a matrix that is %s', (_what, matrix) => {
    expect(solvePositive(matrix, matrix.map(() => 1))).toBeUndefined(); // prettier-ignore
  });
});
