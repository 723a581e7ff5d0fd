import { describe, expect, it } from 'vitest';
import { pValue } from '../../src/statistics/p-value.ts';

describe('pValue', () => {
  // NIST/SEMATECH e-Handbook of Statistical Methods, section 1.3.6.7.4: upper critical values, three decimals.
  it.each([
    [1, 0.05, 3.841],
    [1, 0.001, 10.828],
    [10, 0.05, 18.307],
    [10, 0.001, 29.588],
    [39, 0.01, 62.428],
    [40, 0.1, 51.805],
  ])('agrees with the published table for %i degrees of freedom at %d', (ndf, p, critical) => {
    // Half a unit of the last decimal moves p by less than 4e-4 of itself.
    expect(Math.abs(pValue(critical, ndf) / p - 1)).toBeLessThan(5e-4);
  });

  it('is a Poisson sum for an even number of degrees of freedom', () => {
    // Q(n, x) = e^−x Σ_{k<n} x^k / k!, here with n = 20 and x = 25.
    let [term, sum] = [1, 1];
    for (let k = 1; k < 20; ++k) sum += term *= 25 / k;
    // The continued fraction ends about 1e-12 early.
    expect(pValue(50, 40)).toBeCloseTo(Math.exp(-25) * sum, 11);
  });

  it('ends at 1 and 0', () => {
    expect(pValue(0, 3)).toBe(1);
    expect(pValue(1e5, 3)).toBe(0);
  });
});
