import { stream } from '@deelema/random';
import { describe, expect, it } from 'vitest';
import { bootstrap } from '../../src/deelema/bootstrap.ts';
import type { Maximum } from '../../src/deelema/maximum.ts';

const N = 2000;
/** Claimed and true standard deviation of the events: an error from the Hessian alone would be wrong. */
const [CLAIMED, TRUE] = [1, 2];

/** The maximum of Σ −½ (x − θ)²/CLAIMED², in closed form. */
function gaussianMaximum(weights?: Float64Array): { maximum: Maximum; x: Float64Array } {
  const { normal } = stream(9, 'test', 'mean');
  const x = Float64Array.from({ length: N }, () => TRUE * normal());
  const weight = (i: number): number => weights?.[i] ?? 1;
  const sum = x.reduce((total, _, i) => total + weight(i), 0);
  const mean = x.reduce((total, value, i) => total + weight(i) * value, 0) / sum;
  const scores = [x.map((value, i) => (weight(i) * (value - mean)) / CLAIMED ** 2)];
  const hessian = [[-sum / CLAIMED ** 2]];
  return { maximum: { parameters: [mean], hessian, scores, converged: true, value: 0 }, x };
}

function deviation(rows: readonly (readonly number[])[]): number {
  const values = rows.map(([value]) => value);
  const mean = values.reduce((a, b) => a + b) / values.length;
  return Math.sqrt(values.reduce((a, b) => a + (b - mean) ** 2, 0) / (values.length - 1));
}

describe('bootstrap', () => {
  it('gives the sandwich error of a mean, √(Σ s²)/|H|, whatever width is claimed', () => {
    const { maximum, x } = gaussianMaximum();
    const [at] = maximum.parameters;
    const expected = Math.sqrt(x.reduce((sum, value) => sum + (value - at) ** 2, 0)) / N;
    const rows = bootstrap(maximum, 1, 'test');
    expect(rows).toHaveLength(400);
    // The deviation of 400 numbers is known to 1/√800 = 3.5 %; three of these.
    expect(deviation(rows) / expected).toBeGreaterThan(0.89);
    expect(deviation(rows) / expected).toBeLessThan(1.11);
    const mean = rows.reduce((sum, [value]) => sum + value, 0) / rows.length;
    expect(Math.abs(mean - at)).toBeLessThan((4 * expected) / Math.sqrt(400));
  });

  it('knows that few events of large weight carry the sum', () => {
    const weights = Float64Array.from({ length: N }, (_, i) => (i % 20 === 0 ? 10 : 0.5));
    const { maximum, x } = gaussianMaximum(weights);
    const [at] = maximum.parameters;
    const sum = weights.reduce((a, b) => a + b);
    const squares = x.reduce((total, value, i) => total + (weights[i] * (value - at)) ** 2, 0);
    const ratio = deviation(bootstrap(maximum, 1, 'test')) / (Math.sqrt(squares) / sum);
    expect(ratio).toBeGreaterThan(0.89);
    expect(ratio).toBeLessThan(1.11);
  });

  it('draws the same resamples for a name and a seed, and others for others', () => {
    const { maximum } = gaussianMaximum();
    const rows = bootstrap(maximum, 1, 'test');
    expect(bootstrap(maximum, 1, 'test')).toEqual(rows);
    expect(bootstrap(maximum, 2, 'test')).not.toEqual(rows);
    expect(bootstrap(maximum, 1, 'other')).not.toEqual(rows);
  });

  it('has none where there is no maximum', () => {
    const { maximum } = gaussianMaximum();
    expect(bootstrap({ ...maximum, hessian: [[3]] }, 1, 'test')).toEqual([]);
  });
});
