import { describe, expect, it } from 'vitest';
import { directionAbout } from '@deelema/kinematics';
import { numbers } from './support/numbers.ts';

function direction(axis: readonly number[], cosTheta: number, phi: number): number[] {
  const out = new Float64Array(3);
  directionAbout(axis[0], axis[1], axis[2], cosTheta, phi, out);
  return [...out];
}

const dot = (a: number[], b: number[]): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];

describe('directionAbout', () => {
  it('about z has the usual spherical coordinates (closed form)', () => {
    const found = direction([0, 0, 5], 0.6, 1);
    const expected = [0.8 * Math.cos(1), 0.8 * Math.sin(1), 0.6];
    found.forEach((value, i) => expect(value).toBeCloseTo(expected[i], 15));
  });

  it('has length 1 and angle θ to the axis, also close to −z (1000 axes, 4 ε)', () => {
    const { between, vector } = numbers(3);
    let worst = 0;
    for (let i = 0; i < 1000; ++i) {
      const axis = [...vector(2, 10 ** between(-12, 0)), -1];
      const cosTheta = between(-1, 1);
      const n = direction(axis, cosTheta, between(0, 7));
      worst = Math.max(worst, Math.abs(dot(n, n) - 1));
      worst = Math.max(worst, Math.abs(dot(n, axis) / Math.hypot(...axis) - cosTheta));
    }
    expect(worst).toBeLessThan(4 * Number.EPSILON);
  });

  it('turns right-handed about the axis as φ grows', () => {
    const axis = [3, -4, 12];
    const x = direction(axis, 0, 0);
    const y = direction(axis, 0, Math.PI / 2);
    const z = direction(axis, 1, 0);
    const cross = [x[1] * y[2] - x[2] * y[1], x[2] * y[0] - x[0] * y[2], x[0] * y[1] - x[1] * y[0]];
    cross.forEach((value, i) => expect(value).toBeCloseTo(z[i], 15));
  });

  it('is NaN about a zero axis', () => {
    expect(direction([0, 0, 0], 1, 0)).toEqual([NaN, NaN, NaN]);
  });
});
