import { describe, expect, it } from 'vitest';
import { stream } from '@deelema/random';
import { isotropic } from '../../src/decay/isotropic.ts';
import { kolmogorov, pull } from '../../../../test/support/statistics.ts';

const N = 100_000;

describe('isotropic', () => {
  const random = stream(1, 'isotropic');
  const out = new Float64Array(3 * N + 1);
  for (let i = 0; i < N; ++i) isotropic(random, out, 3 * i + 1);
  const component = (k: number) => Float64Array.from({ length: N }, (_, i) => out[3 * i + 1 + k]);
  const [x, y, z] = [0, 1, 2].map(component);

  it('gives unit vectors, written from the given index on', () => {
    const worst = x.reduce((m, _, i) => Math.max(m, Math.abs(Math.hypot(x[i], y[i], z[i]) - 1)), 0);
    // Three squares and a root.
    expect(worst).toBeLessThan(4 * Number.EPSILON);
    expect(out[0]).toBe(0);
  });

  it.each([
    ['x', x],
    ['y', y],
    ['z', z],
  ])('has an even distribution of %s, as Archimedes found', (_, values) => {
    // √n D < 1.95 holds for 99.9 % of all samples; the seed is fixed.
    expect(kolmogorov(values, (c) => (1 + c) / 2)).toBeLessThan(1.95);
  });

  it.each([
    ['x y', x, y],
    ['y z', y, z],
    ['z x', z, x],
  ])('has no correlation of %s', (_, one, two) => {
    expect(
      Math.abs(
        pull(
          one.map((v, i) => v * two[i]),
          0
        )
      )
    ).toBeLessThan(4);
  });
});
