import { describe, expect, it } from 'vitest';
import { cubicTable } from '../../src/density/cubic-table.ts';
import { gaussLegendre } from '../../src/density/gauss-legendre.ts';

describe('gaussLegendre', () => {
  it('has the nodes and weights of Abramowitz, Stegun, table 25.4, n = 4, on [0, 1]', () => {
    const { nodes, weights } = gaussLegendre(4);
    const found = [...nodes.map((x) => 2 * x - 1), ...weights.map((w) => 2 * w)];
    const x = [0.861136311594053, 0.339981043584856];
    const w = [0.347854845137454, 0.652145154862546];
    const table = [-x[0], -x[1], x[1], x[0], w[0], w[1], w[1], w[0]];
    // Fifteen digits are printed.
    found.forEach((value, k) => expect(value).toBeCloseTo(table[k], 14));
  });

  it.each([1, 2, 7, 40])('integrates x^(2n − 1) to 1/2n with %i nodes, but not x^2n', (n) => {
    const { nodes, weights } = gaussLegendre(n);
    const integral = (power: number): number =>
      nodes.reduce((sum, x, k) => sum + weights[k] * x ** power, 0);
    // Rounding of n terms.
    expect(integral(2 * n - 1) * 2 * n).toBeCloseTo(1, 12);
    if (n < 5) expect(Math.abs(integral(2 * n) * (2 * n + 1) - 1)).toBeGreaterThan(1e-5);
  });
});

describe('cubicTable', () => {
  it('is exact for a cubic, at the ends too', () => {
    const f = (x: number): number => 3 - x + 0.5 * x ** 3;
    const g = cubicTable(f, [2, 5], 4);
    // Rounding of numbers up to 60.
    [2, 2.1, 2.7, 3.99, 4.9, 5].forEach((x) => expect(g(x)).toBeCloseTo(f(x), 12));
  });

  it('has an error that falls as the fourth power of the step', () => {
    const worst = [16, 32].map((steps) => {
      const g = cubicTable(Math.exp, [-1, 2], steps);
      const points = Array.from({ length: 301 }, (_, k) => -1 + k / 100);
      return Math.max(...points.map((x) => Math.abs(g(x) - Math.exp(x))));
    });
    expect(worst[0]).toBeLessThan(1e-4);
    // 16, up to terms of the next order.
    expect(worst[0] / worst[1]).toBeGreaterThan(12);
  });
});
