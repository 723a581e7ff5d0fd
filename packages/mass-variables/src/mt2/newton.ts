import { EVENT } from './event.ts';
import { aim, direction, firstLevel } from './first-guess.ts';
import { levelAt } from './level-at.ts';

const STEPS = 12;
/** A Newton step in K that small, relative to K, leaves a rounding after it. */
const LAST_STEP = 1e-7;
/** Largest gap between lower and upper bound on X that is put down to rounding, relative to M₀² + 2X. */
const ACCEPTED_GAP = 1e-14;

/**
 * The lowest level at which two branches can share the missing transverse momentum, by Newton's method.
 *
 *     h(n, X) = 0,   ∂h/∂angle = 0,   X = (M² − M₀²)/2
 *
 * with h as in `Separation` and `Branch`, where the same numbers are taken one by one; here all are locals
 * of one function, so that they stay in registers from step to step. The unknown beside the angle is K₁ = √(X (X + 2 m₁ m_k1)):
 * h is smooth in it even at the threshold. Nothing keeps the steps from going wrong, so the result counts
 * only if the momenta found with it give an upper bound that is the same but for rounding.
 *
 * @param event Row of an `EVENT` that is not decided at its threshold; receives k₁.
 * @param thresholdSquared M₀².
 * @param slack (M₀² − (m₂ + m_k2)²)/2.
 * @returns X, to the rounding of M₀² + 2X; NaN if it is not proven.
 */
export function newton(event: Float64Array, thresholdSquared: number, slack: number): number {
  const m1 = event[EVENT.m1];
  const x1 = event[EVENT.x1];
  const y1 = event[EVENT.y1];
  const mk1 = event[EVENT.mk1];
  const m2 = event[EVENT.m2];
  const x2 = event[EVENT.x2];
  const y2 = event[EVENT.y2];
  const mk2 = event[EVENT.mk2];
  const Px = event[EVENT.Px];
  const Py = event[EVENT.Py];
  const mm1 = m1 * m1;
  const mm2 = m2 * m2;
  const mmk1 = mk1 * mk1;
  const mmk2 = mk2 * mk2;
  const product1 = m1 * mk1;
  const product2 = m2 * mk2;
  const size = Math.abs(Px) + Math.abs(Py);
  const transverse = m1 + Math.abs(x1) + Math.abs(y1) + m2 + Math.abs(x2) + Math.abs(y2);
  const rounding = 4 * Number.EPSILON * (size + mk1 + mk2) * transverse;

  let X = firstLevel(event, slack);
  let K1 = Math.sqrt(X * (X + 2 * product1));
  aim(event, X, slack);
  let nx = direction[0];
  let ny = direction[1];

  for (let step = 0; step < STEPS; ++step) {
    const w1 = nx * x1 + ny * y1;
    const w2 = nx * x2 + ny * y2;
    const c1 = nx * y1 - ny * x1;
    const c2 = nx * y2 - ny * x2;
    const above2 = X + slack;
    const level1 = X + product1;
    const level2 = above2 + product2;
    const K2 = Math.sqrt(above2 * (above2 + 2 * product2));
    const S1 = Math.sqrt(mm1 + w1 * w1);
    const S2 = Math.sqrt(mm2 + w2 * w2);
    const perS1 = 1 / S1;
    const perS2 = 1 / S2;
    const alpha1 = K1 * perS1;
    const alpha2 = K2 * perS2;
    const beta1 =
      w1 < 0
        ? ((level1 * level1 + mmk1 * w1 * w1) * perS1) / (level1 * S1 - w1 * K1)
        : (level1 + w1 * alpha1) / mm1;
    const beta2 =
      w2 < 0
        ? ((level2 * level2 + mmk2 * w2 * w2) * perS2) / (level2 * S2 - w2 * K2)
        : (level2 + w2 * alpha2) / mm2;
    const support1 = alpha1 + beta1 * w1;
    const support2 = alpha2 + beta2 * w2;
    const sideways1 = beta1 * c1;
    const sideways2 = beta2 * c2;
    const overlap = support1 + support2 - (nx * Px + ny * Py);
    // A massless branch has no farthest point beyond its arc of directions.
    if (!(overlap < Infinity)) return NaN;
    const turn = sideways1 + sideways2 - (nx * Py - ny * Px);
    const perK1 = 1 / K1;
    const perK2 = 1 / K2;
    const tangent1 = c1 * perS1;
    const tangent2 = c2 * perS2;
    const rate1 = beta1 * S1 * perK1;
    const rate2 = beta2 * S2 * perK2;
    const sidewaysRate1 = support1 * tangent1 * perK1;
    const sidewaysRate2 = support2 * tangent2 * perK2;
    const curvature1 = alpha1 * (1 + tangent1 * tangent1);
    const curvature2 = alpha2 * (1 + tangent2 * tangent2);
    const stiffness = curvature1 + curvature2;
    const overlapRate = rate1 + rate2;
    const gain = (turn * turn) / (2 * stiffness);
    const rise = (gain - overlap) / overlapRate;
    const angle = -(turn + rise * (sidewaysRate1 + sidewaysRate2)) / stiffness;

    // dK₁ = (X + m₁ m_k1) dX / K₁.
    const K = K1 + rise * level1 * perK1;
    const noise =
      4 *
      Number.EPSILON *
      (alpha1 + alpha2 + Math.abs(sideways1) + Math.abs(sideways2) + Math.abs(support1) + size);
    if (
      gain <= noise + Number.EPSILON * thresholdSquared * overlapRate &&
      Math.abs(K - K1) <= LAST_STEP * K1
    ) {
      // Where the next step would come out, to second order: no need to take it.
      const lowest = (K * K) / (Math.sqrt(K * K + product1 * product1) + product1);
      const across = sideways1 + curvature1 * angle + sidewaysRate1 * rise;
      const missed =
        across + sideways2 + curvature2 * angle + sidewaysRate2 * rise - (nx * Py - ny * Px);
      const along1 = support1 + rate1 * rise;
      const along = along1 - (along1 + support2 + rate2 * rise - (nx * Px + ny * Py)) / 2;
      const side = across - missed / 2;
      const kx = along * nx - side * ny;
      const ky = along * ny + side * nx;
      event[EVENT.kx] = kx;
      event[EVENT.ky] = ky;
      const upper = Math.max(
        levelAt(m1, x1, y1, mk1, kx, ky),
        levelAt(m2, x2, y2, mk2, Px - kx, Py - ky) - slack
      );
      if (Math.abs(upper - lowest) <= ACCEPTED_GAP * (thresholdSquared + 2 * lowest) + rounding) {
        return lowest;
      }
    }
    K1 = Math.max(K, K1 / 4);
    X = (K1 * K1) / (Math.sqrt(K1 * K1 + product1 * product1) + product1);
    const turned = Math.max(-1, Math.min(1, angle));
    const tx = nx - turned * ny;
    const ty = ny + turned * nx;
    const perLength = 1 / Math.sqrt(tx * tx + ty * ty);
    nx = tx * perLength;
    ny = ty * perLength;
  }
  return NaN;
}
