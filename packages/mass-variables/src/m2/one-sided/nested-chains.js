import { LongitudinalFrame } from '../longitudinal-frame.js';
import { QuadraticForm } from './quadratic-form.js';
/**
 * The momenta of both chains as affine functions of k₁, at levels the chain with the larger threshold
 * ("first" from here on) dictates.
 *
 * At Y = offset₁ + √o₁² (m₁ + t) that chain leaves k₁ a sphere in the rest frame of o₁:
 *
 *     k₁ = (m₁ + t) ô₁ + x,   x ⊥ o₁,   |x|² = t (2m₁ + t)
 *
 * Then c₁·k₁ fixes the other level, both levels and pTmiss leave the second chain one momentum, and
 *
 *     k₂ = a + t B + J x
 *
 * is affine in t and the three components of x. One object serves all events.
 */
export class NestedChains {
  first = new LongitudinalFrame();
  second = new LongitudinalFrame();
  /** True where the problem's chain 2 is the first. */
  swapped = false;
  /** k₂² − m₂² as a quadratic form in t and x. */
  excess = new QuadraticForm();
  /** Rest mass √o₁² and transverse direction of o₁. */
  M = NaN;
  ux = NaN;
  uy = NaN;
  uT = NaN;
  /** c₁·e_k of the basis e_k of x. */
  c1 = NaN;
  c2 = NaN;
  c3 = NaN;
  /** a, the k₂ at the threshold. */
  aE = NaN;
  ax = NaN;
  ay = NaN;
  az = NaN;
  /** B, how it moves with t. */
  BE = NaN;
  Bx = NaN;
  By = NaN;
  Bz = NaN;
  /** Energy and longitudinal parts of J; its transverse ones are minus those of the basis. */
  jE1 = NaN;
  jE2 = NaN;
  jz1 = NaN;
  jz2 = NaN;
  jz3 = NaN;
  /**
   * Takes a problem and finds k₂ at the threshold.
   *
   * @returns False if there is none: the first chain has no rest frame or the second no frame.
   */
  set({ chain1, chain2, ptmiss }) {
    const { first, second } = this;
    if (!first.set(chain1) || !second.set(chain2)) return false;
    this.swapped = second.threshold > first.threshold;
    if (this.swapped) {
      first.set(chain2);
      second.set(chain1);
    }
    if (!(first.oo > 0)) return false;
    this.M = Math.sqrt(first.oo);
    this.setThreshold(ptmiss[0], ptmiss[1]);
    return true;
  }
  /** Whether k₂ is at least as heavy as it must be, k₂² ≥ m₂², while k₁ is at its threshold. */
  get nested() {
    const { first, second } = this;
    const y = first.threshold - second.offset;
    return y > 0 && this.excess.constant >= 0;
  }
  setThreshold(Px, Py) {
    const { first, second, M } = this;
    const k = first.m / M;
    this.ax = Px - k * first.ox;
    this.ay = Py - k * first.oy;
    const y = first.threshold - second.offset;
    this.aE = (y + second.ox * this.ax + second.oy * this.ay) / second.oE;
    const g = first.con - second.con + k * first.oc;
    this.az = (second.cE * this.aE - second.cx * this.ax - second.cy * this.ay - g) / second.cz;
    const { aE, ax, ay, az } = this;
    const mm = second.m * second.m;
    this.excess.constant = aE * aE - ax * ax - ay * ay - az * az - mm;
  }
  /** Completes the quadratic form: everything `nested` does not need. */
  complete() {
    this.setBasis();
    this.setRates();
    const { excess, aE, ax, ay, az, BE, Bx, By, Bz, jE1, jE2, jz1, jz2, jz3 } = this;
    const { stretch, ux, uy } = this;
    excess.linear = aE * BE - ax * Bx - ay * By - az * Bz;
    excess.square = BE * BE - Bx * Bx - By * By - Bz * Bz;
    excess.w1 = jE1 * aE - jz1 * az + stretch * (ux * ax + uy * ay);
    excess.w2 = jE2 * aE - jz2 * az + ux * ay - uy * ax;
    excess.w3 = -jz3 * az;
    excess.u1 = jE1 * BE - jz1 * Bz + stretch * (ux * Bx + uy * By);
    excess.u2 = jE2 * BE - jz2 * Bz + ux * By - uy * Bx;
    excess.u3 = -jz3 * Bz;
    excess.K11 = jz1 * jz1 - jE1 * jE1 + stretch * stretch;
    excess.K22 = jz2 * jz2 - jE2 * jE2 + 1;
    excess.K12 = jz1 * jz2 - jE1 * jE2;
    excess.K13 = jz1 * jz3;
    excess.K23 = jz2 * jz3;
    excess.K33 = jz3 * jz3;
  }
  /** Length of the transverse part of e₁: m_To/√o². */
  get stretch() {
    return this.first.oE / this.M;
  }
  /**
   * The basis of x: e₁ in the plane of o₁ and its transverse momentum, e₂ across it, e₃ along the beam.
   *
   *     e₁ = (|o_T|, m_To u, 0)/√o²,   e₂ = (0, u⊥, 0),   e₃ = (0, 0, 0, 1)
   */
  setBasis() {
    const { first, M } = this;
    const { ox, oy, oE, oc, cx, cy, cz } = first;
    const oT = Math.sqrt(ox * ox + oy * oy);
    this.uT = oT;
    this.ux = oT > 0 ? ox / oT : 1;
    this.uy = oT > 0 ? oy / oT : 0;
    const along = cx * this.ux + cy * this.uy;
    this.c1 = ((oT * oc) / M - along * M) / oE;
    this.c2 = cx * this.uy - cy * this.ux;
    this.c3 = -cz;
  }
  setRates() {
    const { first, second, M, stretch, ux, uy } = this;
    this.Bx = -first.ox / M;
    this.By = -first.oy / M;
    this.BE = (M + second.ox * this.Bx + second.oy * this.By) / second.oE;
    this.Bz = this.longitudinal(this.BE, this.Bx, this.By, first.oc / M);
    const along = second.ox * ux + second.oy * uy;
    const across = second.oy * ux - second.ox * uy;
    this.jE1 = (-stretch * along) / second.oE;
    this.jE2 = -across / second.oE;
    this.jz1 = this.longitudinal(this.jE1, -stretch * ux, -stretch * uy, this.c1);
    this.jz2 = this.longitudinal(this.jE2, uy, -ux, this.c2);
    this.jz3 = -this.c3 / second.cz;
  }
  /** The longitudinal momentum with which c₂·k is g. */
  longitudinal(E, x, y, g) {
    const { cE, cx, cy, cz } = this.second;
    return (cE * E - cx * x - cy * y - g) / cz;
  }
  /**
   * Writes the momenta of both chains.
   *
   * @param t Energy of k₁ above m₁ in the rest frame of o₁.
   * @param row Receives k of the first chain from `firstAt`, of the second from `secondAt` on.
   */
  write(t, x1, x2, x3, row, firstAt, secondAt) {
    const { first, M, ux, uy, uT, stretch } = this;
    const E = (first.m + t) / M;
    const side = stretch * x1;
    const kx = E * first.ox + side * ux - x2 * uy;
    const ky = E * first.oy + side * uy + x2 * ux;
    first.write(E * first.oE + (x1 * uT) / M, kx, ky, x3, row, firstAt);
    this.second.write(
      this.aE + t * this.BE + this.jE1 * x1 + this.jE2 * x2,
      this.ax + t * this.Bx - side * ux + x2 * uy,
      this.ay + t * this.By - side * uy - x2 * ux,
      this.az + t * this.Bz + this.jz1 * x1 + this.jz2 * x2 + this.jz3 * x3,
      row,
      secondAt
    );
  }
}
