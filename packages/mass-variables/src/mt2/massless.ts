import { EVENT } from './event.ts';
import { levelAt } from './level-at.ts';

const STEPS = 20;
/** A Newton step in log ρ that small leaves a rounding after it. */
const LAST_STEP = 1e-6;
/** Largest gap between lower and upper bound that is put down to rounding, relative to M². */
const ACCEPTED_GAP = 4e-14;

/**
 * The lowest level at which two branches with massless visibles and equal m_k can share the missing transverse
 * momentum P = t₁ p₁ + t₂ p₂.
 *
 * For a direction n the level has a closed form. With −n·p₂ = −ρ n·p₁ it is the positive root of
 *
 *     A X² − s X − m_k² (1 + ρ)/2 = 0,   A = |p₂ − ρ p₁|² (1 + 1/ρ)/(2 (p₁×p₂)²),   s = −(t₁ + t₂ ρ)
 *
 * and X* is its maximum over ρ > 0, found by Newton's method on log X as a function of log ρ, whose only
 * maximum that is. The momenta found with it give an upper bound, so the result is proven. It is one function
 * so that its numbers stay in registers from step to step.
 *
 * @param event Row of an `EVENT` that is not decided at its threshold, both visibles massless, m_k1 = m_k2;
 *  receives k₁.
 * @returns X* = (M² − m_k²)/2, to the rounding of M²; NaN if it is not proven.
 */
export function massless(event: Float64Array): number {
  const x1 = event[EVENT.x1];
  const y1 = event[EVENT.y1];
  const x2 = event[EVENT.x2];
  const y2 = event[EVENT.y2];
  const mk = event[EVENT.mk1];
  const Px = event[EVENT.Px];
  const Py = event[EVENT.Py];
  const cross = x1 * y2 - y1 * x2;
  const t1 = (Px * y2 - Py * x2) / cross;
  const t2 = (x1 * Py - y1 * Px) / cross;
  const perArea = 1 / (2 * cross * cross);
  const pp1 = (x1 * x1 + y1 * y1) * perArea;
  const pp2 = (x2 * x2 + y2 * y2) * perArea;
  const pp12 = (x1 * x2 + y1 * y2) * perArea;
  const half = (mk * mk) / 2;

  // A massless invisible particle needs s > 0.
  let low = 0;
  let high = Infinity;
  if (half === 0) {
    if (t1 >= 0) low = -t1 / t2;
    else if (t2 > 0) high = -t1 / t2;
  }
  let ratio = Math.sqrt(pp2 / pp1);
  if (ratio >= high / 2) ratio = high / 2;
  if (ratio <= 2 * low) ratio = 2 * low;

  let last = false;
  for (let step = 0; step < STEPS; ++step) {
    const ux = x2 - ratio * x1;
    const uy = y2 - ratio * y1;
    const uu = (ux * ux + uy * uy) * perArea;
    const inverse = 1 / ratio;
    const A = uu * (1 + inverse);
    const s = -(t1 + t2 * ratio);
    const root = Math.sqrt(s * s + 4 * A * half * (1 + ratio));
    const X = s > 0 ? (s + root) / (2 * A) : (2 * half * (1 + ratio)) / (root - s);
    if (last) return proven(event, X, ratio, -uy / cross, ux / cross);
    // Derivatives of F(X, t) = A X² − s X − m_k² (1 + ρ)/2 by t = log ρ.
    const inA = (pp1 * ratio - pp12) * 2 * (1 + ratio) - uu * inverse;
    const inInA = pp2 * inverse + (pp1 - 2 * pp12) * ratio + 4 * pp1 * ratio * ratio;
    const linear = t2 * ratio * X - half * ratio;
    const slope = -(inA * X * X + linear) / root;
    const mixed = 2 * inA * X + t2 * ratio;
    const bend = -(inInA * X * X + linear + (2 * mixed + 2 * A * slope) * slope) / root;
    // Of log X: slope/X and logBend/X².
    const logBend = bend * X - slope * slope;
    if (slope > 0) low = ratio;
    else high = ratio;
    const newton = logBend < 0 ? (-slope * X) / logBend : slope > 0 ? 1 : -1;
    const change = newton > 1.5 ? 1.5 : newton < -1.5 ? -1.5 : newton;
    last = Math.abs(change) < LAST_STEP;
    // exp(change), but for its third order.
    const size = Math.abs(change);
    const factor = 1 + size + (size * size) / 2;
    const next = change > 0 ? ratio * factor : ratio / factor;
    ratio = last || (next > low && next < high) ? next : between(low, high, ratio);
  }
  return NaN;
}

/** A ratio within the bracket, whose one end has just been looked at. */
function between(low: number, high: number, ratio: number): number {
  if (high === Infinity) return 2 * ratio;
  return low > 0 ? Math.sqrt(low * high) : high / 2;
}

/**
 * X, if the momenta at the maximum give an upper bound that is the same but for rounding.
 *
 * @param nx Component along x of the direction with n·p₁ = −1; likewise `ny`.
 */
function proven(event: Float64Array, X: number, ratio: number, nx: number, ny: number): number {
  const x1 = event[EVENT.x1];
  const y1 = event[EVENT.y1];
  const x2 = event[EVENT.x2];
  const y2 = event[EVENT.y2];
  const mk = event[EVENT.mk1];
  const Px = event[EVENT.Px];
  const Py = event[EVENT.Py];
  const nnXX = (nx * nx + ny * ny) * X * X;
  const mm = mk * mk;
  const beta1 = (mm + nnXX) / (2 * X);
  const beta2 = (mm + nnXX / (ratio * ratio)) / (2 * X);
  const kx = (X * (1 - 1 / ratio) * nx + beta1 * x1 - beta2 * x2 + Px) / 2;
  const ky = (X * (1 - 1 / ratio) * ny + beta1 * y1 - beta2 * y2 + Py) / 2;
  event[EVENT.kx] = kx;
  event[EVENT.ky] = ky;
  const upper = Math.max(levelAt(0, x1, y1, mk, kx, ky), levelAt(0, x2, y2, mk, Px - kx, Py - ky));
  const size1 = Math.abs(x1) + Math.abs(y1);
  const size2 = Math.abs(x2) + Math.abs(y2);
  const rounding = 4 * Number.EPSILON * (Math.abs(Px) + Math.abs(Py)) * (size1 + size2);
  return Math.abs(upper - X) <= ACCEPTED_GAP * (mm + 2 * X) + rounding ? X : NaN;
}
