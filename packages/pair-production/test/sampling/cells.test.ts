import { describe, expect, it } from 'vitest';
import { stream } from '@deelema/random';
import { aliasTable } from '../../src/sampling/alias-table.ts';
import { cutIntoCells, forEachCell } from '../../src/sampling/cells.ts';
import { integral, pointSampler } from '../../src/sampling/envelope.ts';

describe('aliasTable', () => {
  it('gives each outcome its share of the unit interval', () => {
    const weights = Float64Array.of(0, 3, 0.5, 1e-3, 7, 2, 0, 1);
    const choose = aliasTable(weights);
    const points = 800_000;
    const counts = new Float64Array(weights.length);
    for (let k = 0; k < points; ++k) ++counts[choose((k + 0.5) / points)];
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    const worst = Math.max(...counts.map((n, k) => Math.abs(n / points - weights[k] / total)));
    // An even lattice: each outcome's part of each of the 8 columns is off by one point at most.
    expect(worst).toBeLessThan(8 / points);
    expect(counts[0] + counts[6]).toBe(0);
  });

  it.each([
    ['none', []],
    ['0', [0, 0]],
    ['NaN', [1, NaN]],
  ])('refuses weights without a positive sum: %s', (_, weights) => {
    expect(() => aliasTable(Float64Array.from(weights))).toThrow(RangeError);
  });
});

describe('cutIntoCells', () => {
  const cells = cutIntoCells((x) => Math.exp(-6 * x), [12, 4, 3]);

  it('has slices of the same ∫√p: e^−3x for e^−6x', () => {
    // Edges by hand from 1 − e^−3x; the density is looked at in 96 steps, in each of which it is flat.
    const expected = [1, 4, 8, 11].map((i) => -Math.log(1 - (i / 12) * (1 - Math.exp(-3))) / 3);
    const found = [1, 4, 8, 11].map((i) => cells.edges[0][i]);
    found.forEach((edge, k) => expect(Math.abs(edge - expected[k])).toBeLessThan(1 / 96 / 4));
  });

  it('has even slices where the density is flat', () => {
    expect([...cells.edges[1]].map((edge) => edge.toFixed(12))).toEqual(
      [0, 0.25, 0.5, 0.75, 1].map((edge) => edge.toFixed(12))
    );
  });

  it('makes boxes that fill the cube, each visited once', () => {
    const visited: number[] = [];
    let volume = 0;
    forEachCell(cells, (cell, _, [dx, dy, dz]) => {
      visited.push(cell);
      volume += dx * dy * dz;
    });
    expect(visited).toEqual(Array.from({ length: cells.count }, (_, k) => k));
    expect(volume).toBeCloseTo(1, 12);
  });

  it('refuses a density of nothing', () => {
    expect(() => cutIntoCells(() => 0, [2, 2, 2])).toThrow(
      new RangeError('cutIntoCells: the density is 0 at most, expected more than 0.')
    );
  });
});

describe('pointSampler', () => {
  it('draws boxes by height × volume and points evenly within', () => {
    const cells = cutIntoCells((x, y, z) => 1 + x + y + z, [2, 3, 2]);
    const envelope = { cells, heights: new Float64Array(12).map((_, k) => 1 + k) };
    const sample = pointSampler(envelope);
    const random = stream(1, 'points');
    const counts = new Float64Array(12);
    const within = [0, 0, 0];
    const point = new Float64Array(3);
    const n = 120_000;
    const boxes: { corner: number[]; widths: number[] }[] = [];
    forEachCell(cells, (_, corner, widths) =>
      boxes.push({ corner: [...corner], widths: [...widths] })
    );
    for (let k = 0; k < n; ++k) {
      const cell = sample(random, point);
      ++counts[cell];
      const { corner, widths } = boxes[cell];
      within.forEach((_, axis) => (within[axis] += (point[axis] - corner[axis]) / widths[axis]));
    }
    const chi2 = boxes.reduce((sum, { widths: [dx, dy, dz] }, cell) => {
      const expected = (n * envelope.heights[cell] * dx * dy * dz) / integral(envelope);
      return sum + (counts[cell] - expected) ** 2 / expected;
    }, 0);
    // 11 degrees of freedom: 99.9 % point. Means of flat numbers: four standard errors.
    expect(chi2).toBeLessThan(31.3);
    within.forEach((sum) => expect(Math.abs(sum / n - 0.5)).toBeLessThan(4 / Math.sqrt(12 * n)));
  });
});
