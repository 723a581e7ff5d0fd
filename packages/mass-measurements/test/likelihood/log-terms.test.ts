import { describe, expect, it } from 'vitest';
import { logTerms, meanDensities, total } from '../../src/likelihood/log-terms.ts';

describe('logTerms', () => {
  it('is the logarithm of the mixture where both halves agree', () => {
    const terms = logTerms(Float64Array.of(2, 2, 6, 6), Float64Array.of(4), 0.1);
    // Closed form; rounding of two logarithms.
    expect(terms[0]).toBeCloseTo(Math.log(0.9 * 2 + 0.1 * 4), 14);
    expect(terms[1]).toBeCloseTo(Math.log(0.9 * 6 + 0.1 * 4), 14);
  });

  it('takes the bias of the logarithm of a mean off: ln m + δ²/2 for halves m (1 ± δ)', () => {
    const delta = 0.01;
    const [term] = logTerms(Float64Array.of(1 + delta, 1 - delta), Float64Array.of(1), 1e-9);
    // The next term of the series is δ⁴/4.
    expect(term).toBeCloseTo((delta * delta) / 2, 8);
  });

  it('keeps an event without any solution out', () => {
    const densities = Float64Array.of(0, 0, 0, 0, 1, 1, 2, 2);
    const outliers = meanDensities(densities, 2);
    expect([...outliers]).toEqual([0, 1.5]);
    const terms = logTerms(densities, outliers, 0.01);
    expect([...terms.subarray(0, 2)]).toEqual([0, 0]);
    expect([...total(terms, Float64Array.of(1, 2))]).toEqual([2 * terms[2], 2 * terms[3]]);
  });
});
