import { transverseMass } from '@deelema/kinematics';
import type { Mt2Event } from './particles.ts';

const GOLDEN = (Math.sqrt(5) - 1) / 2;

/** Minimum of a convex function on an interval by golden section, to the rounding of its argument. */
function minimum(low: number, high: number, f: (x: number) => number): number {
  let [a, b] = [low, high];
  let [x, y] = [b - GOLDEN * (b - a), a + GOLDEN * (b - a)];
  let [fx, fy] = [f(x), f(y)];
  for (let step = 0; step < 90; ++step) {
    if (fx < fy) {
      [b, y, fy] = [y, x, fx];
      x = b - GOLDEN * (b - a);
      fx = f(x);
    } else {
      [a, x, fx] = [x, y, fy];
      y = a + GOLDEN * (b - a);
      fy = f(y);
    }
  }
  return Math.min(fx, fy);
}

/**
 * M_T2 straight from its definition: the larger m_T², minimised over k₁ in the plane.
 *
 * m_T² is convex in k, so is the larger of two, and so is its minimum over one component: nested
 * one-dimensional searches cannot miss the minimum.
 *
 * @param size The search goes over −size < kx, ky < size.
 */
export function bruteForceMt2(
  { visible: [v1, v2], P, mInvisible }: Mt2Event,
  size: number
): number {
  const larger = (kx: number, ky: number): number =>
    Math.max(
      transverseMass(v1.m, v1.px, v1.py, mInvisible[0], kx, ky) ** 2,
      transverseMass(v2.m, v2.px, v2.py, mInvisible[1], P[0] - kx, P[1] - ky) ** 2
    );
  return Math.sqrt(minimum(-size, size, (kx) => minimum(-size, size, (ky) => larger(kx, ky))));
}
