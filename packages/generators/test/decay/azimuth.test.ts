import { describe, expect, it } from 'vitest';
import { stream } from '@deelema/random';
import { azimuth } from '../../src/decay/azimuth.ts';
import { kolmogorov } from '../../../../test/support/statistics.ts';

const N = 100_000;

describe('azimuth', () => {
  const random = stream(1, 'azimuth');
  const [cos, sin] = [new Float64Array(N + 1), new Float64Array(N + 1)];
  for (let i = 0; i < N; ++i) azimuth(random, cos, sin, i);

  it('gives cosine and sine of one angle, at the given index alone', () => {
    const worst = cos.reduce(
      (most, x, i) => (i < N ? Math.max(most, Math.abs(Math.hypot(x, sin[i]) - 1)) : most),
      0
    );
    // A few roundings.
    expect(worst).toBeLessThan(4 * Number.EPSILON);
    expect([cos[N], sin[N]]).toEqual([0, 0]);
  });

  it('has an even distribution of the angle over the whole turn', () => {
    const turns = Float64Array.from({ length: N }, (_, i) => Math.atan2(sin[i], cos[i]));
    // √n D < 1.95 holds for 99.9 % of all samples; the seed is fixed.
    expect(kolmogorov(turns, (phi) => 0.5 + phi / (2 * Math.PI))).toBeLessThan(1.95);
  });
});
