import type { Dual } from './dual.ts';
import { CHAIN, type Problem } from './problem.ts';

/**
 * Aims the dual where both o are massless, or all but: explicitly, in one of the two angles of u.
 *
 * Let d_i = o_i·V_i and s = ν·P − θC₀: three linear functions, so that u = s e_s + d₁ e₁ + d₂ e₂. For
 * massless o
 *
 *     2h/Y = Σ −V_i²/d_i − 2s/Y − Σ m_i² d_i/Y²
 *
 * and at fixed d_i the first sum is a quadratic polynomial A s² + B s + C in s. The largest Y with h = 0
 * along s, and the s there, follow from
 *
 *     (A C − B²/4) Y² + B Y − (1 + A (m₁² d₁ + m₂² d₂)) = 0,   s = (1/Y − B/2)/A
 *
 * Only d₂/d₁ matters; here d_i = |o_iT|. It is a formula, written down in one piece.
 *
 * @returns False if there is no such Y.
 */
export function startMassless(dual: Dual, { chain1, chain2 }: Problem): boolean {
  const { Px, Py, C0 } = dual;
  const n1x = -chain1[CHAIN.ox];
  const n1y = -chain1[CHAIN.oy];
  const n1t = chain1[CHAIN.oc];
  const n2x = -chain2[CHAIN.ox];
  const n2y = -chain2[CHAIN.oy];
  const n2t = -chain2[CHAIN.oc];
  const d1 = Math.sqrt(n1x * n1x + n1y * n1y);
  const d2 = Math.sqrt(n2x * n2x + n2y * n2y);
  // e_s, and e = d₁ e₁ + d₂ e₂.
  let sx = n1y * n2t - n1t * n2y;
  let sy = n1t * n2x - n1x * n2t;
  let st = n1x * n2y - n1y * n2x;
  const perDet = 1 / (Px * sx + Py * sy - C0 * st);
  sx *= perDet;
  sy *= perDet;
  st *= perDet;
  const qx = d1 * n2x - d2 * n1x;
  const qy = d1 * n2y - d2 * n1y;
  const qt = d1 * n2t - d2 * n1t;
  const ex = -(qy * C0 + qt * Py) * perDet;
  const ey = (qt * Px + qx * C0) * perDet;
  const et = (qx * Py - qy * Px) * perDet;
  // −V₁²/d₁ − V₂²/d₂ = a (ν·ν) + 2θ (ν·b) − θ² c
  const w1 = 1 / d1;
  const w2 = 1 / d2;
  const a = w1 + w2;
  const bx = w1 * chain1[CHAIN.cx] - w2 * chain2[CHAIN.cx];
  const by = w1 * chain1[CHAIN.cy] - w2 * chain2[CHAIN.cy];
  const c = w1 * chain1[CHAIN.cc] + w2 * chain2[CHAIN.cc];
  const sb = sx * bx + sy * by;
  const eb = ex * bx + ey * by;
  const A = a * (sx * sx + sy * sy) + st * (2 * sb - c * st);
  const B = 2 * (a * (sx * ex + sy * ey) + st * eb + et * (sb - c * st));
  const C = a * (ex * ex + ey * ey) + et * (2 * eb - c * et);
  const m1 = chain1[CHAIN.m];
  const m2 = chain2[CHAIN.m];
  const g = 1 + A * (m1 * m1 * d1 + m2 * m2 * d2);
  const Y = (2 * g) / (B + Math.sqrt(B * B + (4 * A * C - B * B) * g));
  const s = (1 / Y - B / 2) / A;
  if (!(Y > 0 && s * 0 === 0)) return false;
  dual.aim(s * sx + ex, s * sy + ey, s * st + et);
  dual.level = Y;
  return true;
}
