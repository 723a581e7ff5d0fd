import type { Problem } from '../m2/problem.ts';
import { LightChain } from './light-chain.ts';
import { SlowMomentum } from './slow-momentum.ts';

/**
 * The level of one chain, where the other chain is lighter and only its c₂·k₂ matters, as a function of
 * the other's transverse momentum q.
 *
 *     Y(q) = offset₁ + least o₁·k₁ with k₁T = P − q and c₁·k₁ + con₁ ≥ W(q)
 *
 * W(q) is the least level W of the other chain, see `LightChain`. Y is convex:
 * it is the partial minimum of a convex problem, that with k₁ and k₂ on or inside their mass shells, and
 * that one's minima over everything but q are on the shells.
 *
 * One object serves all events.
 */
export class HeavierChain {
  /** The chain whose level this is. */
  readonly momentum = new SlowMomentum();
  /** Gradient and second derivatives of the level by q. */
  gradX = NaN;
  gradY = NaN;
  xx = NaN;
  xy = NaN;
  yy = NaN;
  /** Y. */
  level = NaN;
  /** Whether c₁·k₁ + con₁ = W there: the condition makes a difference. */
  bound = false;
  /** The other chain's q. */
  qx = NaN;
  qy = NaN;

  /** Whether the last `restsAtTip` went to a tip. */
  atTip = false;

  private Px = NaN;
  private Py = NaN;
  /** The other chain. */
  private readonly light = new LightChain();

  /**
   * Takes a problem.
   *
   * @param second Whether the heavier chain is the second of the problem.
   * @returns False if it has no frame, or if c of the other one is massless and along the beam.
   */
  set({ chain1, chain2, ptmiss }: Problem, second: boolean): boolean {
    this.Px = ptmiss[0];
    this.Py = ptmiss[1];
    return (
      this.light.set(second ? chain1 : chain2) && this.momentum.frame.set(second ? chain2 : chain1)
    );
  }

  /**
   * Finds the level at q.
   *
   * @param qx Component of q along x; likewise `qy`.
   */
  at(qx: number, qy: number): void {
    const { momentum } = this;
    this.qx = qx;
    this.qy = qy;
    momentum.setTransverse(this.Px - qx, this.Py - qy);
    const { frame } = momentum;
    const product = this.light.level(qx, qy) - frame.con;
    // At the rapidity of o₁ the level is least of all, if that satisfies c₁·k₁ + con₁ ≥ W.
    const energy = Math.sqrt(momentum.transverseSquared);
    const atRest = frame.cE * energy - frame.cx * momentum.x - frame.cy * momentum.y;
    this.bound = product > atRest && momentum.setProduct(product);
    if (!this.bound) momentum.setAtRest();
    this.level = momentum.level;
  }

  /**
   * Goes to the q at which the chain would be at its threshold, if there is one.
   *
   * @returns False if the condition makes no difference there: then that is the minimum, and no lighter
   *  chain goes with it.
   */
  toThreshold(): boolean {
    const { oo, m, ox, oy } = this.momentum.frame;
    if (!(oo > 0)) return true;
    const ratio = m / Math.sqrt(oo);
    this.at(this.Px - ratio * ox, this.Py - ratio * oy);
    return this.bound;
  }

  /**
   * Finds gradient and second derivatives at the last q.
   *
   *     ∇Y = (o_E/D)(−|c_z| k_T + |k_z| γ) + o_T,   γ = ∇W − c₁T
   *     ∇∇Y = (o_E/D)(|c_z| 1 + |k_z| ∇∇W + |c_z| (aaᵀ − nnᵀ)/D²),
   *     a = k_E γ + c_E k_T,   n = |c_z| k_T − |k_z| γ
   *
   * and without the condition ∇Y = o_T − o_E k_T/E_T.
   */
  differentiate(): void {
    if (this.bound) this.differentiateBound();
    else this.differentiateFree();
  }

  private differentiateFree(): void {
    const { frame, x, y, E } = this.momentum;
    const perE = 1 / E;
    const velocityX = x * perE;
    const velocityY = y * perE;
    this.gradX = frame.ox - frame.oE * velocityX;
    this.gradY = frame.oy - frame.oE * velocityY;
    const scale = frame.oE * perE;
    this.xx = scale * (1 - velocityX * velocityX);
    this.xy = -scale * velocityX * velocityY;
    this.yy = scale * (1 - velocityY * velocityY);
  }

  private differentiateBound(): void {
    const { frame, x, y, E, z, D } = this.momentum;
    const { light } = this;
    const perEnergy = 1 / light.energy(this.qx, this.qy);
    const velocityX = this.qx * perEnergy;
    const velocityY = this.qy * perEnergy;
    const rateX = light.cT * velocityX - light.cx - frame.cx;
    const rateY = light.cT * velocityY - light.cy - frame.cy;
    const cz = Math.abs(frame.cz);
    const kz = Math.abs(z);
    const scale = frame.oE / D;
    const nx = cz * x - kz * rateX;
    const ny = cz * y - kz * rateY;
    this.gradX = frame.ox - scale * nx;
    this.gradY = frame.oy - scale * ny;
    const ax = E * rateX + frame.cE * x;
    const ay = E * rateY + frame.cE * y;
    const bend = kz * light.cT * perEnergy;
    const twist = cz / (D * D);
    this.xx = scale * (cz + bend * (1 - velocityX * velocityX) + twist * (ax * ax - nx * nx));
    this.xy = scale * (-bend * velocityX * velocityY + twist * (ax * ay - nx * ny));
    this.yy = scale * (cz + bend * (1 - velocityY * velocityY) + twist * (ay * ay - ny * ny));
  }

  /**
   * Goes to q = 0, where the W of a massless invisible particle has a tip.
   *
   * @returns Whether that is the minimum: the tip is steeper than what else makes the level fall.
   */
  restsAtTip(): boolean {
    this.atTip = false;
    const { light } = this;
    if (light.mm > 0) return false;
    this.at(0, 0);
    if (!this.bound) return false;
    this.atTip = true;
    const { frame, x, y, z, D } = this.momentum;
    const cz = Math.abs(frame.cz);
    const kz = Math.abs(z);
    const scale = frame.oE / D;
    this.gradX = frame.ox - scale * (cz * x + kz * (light.cx + frame.cx));
    this.gradY = frame.oy - scale * (cz * y + kz * (light.cy + frame.cy));
    return Math.sqrt(this.gradX * this.gradX + this.gradY * this.gradY) <= scale * kz * light.cT;
  }

  /**
   * Leaves the tip by its steepest slope, as far as the level falls; call `restsAtTip` before.
   *
   * @returns False if it does not fall.
   */
  leaveTip(): boolean {
    const { gradX, gradY, level } = this;
    const length = Math.sqrt(gradX * gradX + gradY * gradY);
    for (let step = 1 / length; step > 1e-14 / length; step /= 4) {
      this.at(-step * gradX, -step * gradY);
      if (this.level < level) return true;
    }
    return false;
  }

  /** Writes the other chain's momentum, which has the rapidity of c. */
  writeLight(row: Float64Array, at: number): void {
    this.light.write(this.qx, this.qy, row, at);
  }
}
