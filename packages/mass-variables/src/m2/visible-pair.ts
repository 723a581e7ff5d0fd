import type { FourMomenta } from '@deelema/kinematics';
import { FILE_ROUNDING, ROUNDING } from '../visible-mass.ts';

/**
 * The two visible particles of one branch of one event, with their invariants.
 *
 * Masses within rounding of 0 are 0, and then E = |p|. The product a·b is free of cancellation even
 * if the two are collinear:
 *
 *     a·b = ( m_a² E_b² + m_b² |p_a|² + |p_a × p_b|² ) / ( E_a E_b + p_a·p_b )
 */
export class VisiblePair {
  aE = NaN;
  ax = NaN;
  ay = NaN;
  az = NaN;
  bE = NaN;
  bx = NaN;
  by = NaN;
  bz = NaN;
  /** a², b² and a·b. */
  aa = NaN;
  bb = NaN;
  ab = NaN;

  /**
   * Takes the particles of event i.
   *
   * @returns False if one of them is spacelike beyond rounding, or not a number.
   */
  set(a: FourMomenta, b: FourMomenta, i: number): boolean {
    this.aE = a.e[i];
    this.ax = a.px[i];
    this.ay = a.py[i];
    this.az = a.pz[i];
    this.bE = b.e[i];
    this.bx = b.px[i];
    this.by = b.py[i];
    this.bz = b.pz[i];
    return this.setInvariants();
  }

  private setInvariants(): boolean {
    const { ax, ay, az, bx, by, bz } = this;
    const aPP = ax * ax + ay * ay + az * az;
    const bPP = bx * bx + by * by + bz * bz;
    const aEE = this.aE * this.aE;
    const bEE = this.bE * this.bE;
    let aa = aEE - aPP;
    let bb = bEE - bPP;
    if (!(aa >= -FILE_ROUNDING * aEE && bb >= -FILE_ROUNDING * bEE)) return false;
    if (!(this.aE >= 0 && this.bE >= 0)) return false;
    if (aa < ROUNDING * aEE) {
      if (aa < -ROUNDING * aEE) this.aE = Math.sqrt(aPP);
      aa = 0;
    }
    if (bb < ROUNDING * bEE) {
      if (bb < -ROUNDING * bEE) this.bE = Math.sqrt(bPP);
      bb = 0;
    }
    this.aa = aa;
    this.bb = bb;
    this.setProduct(aPP);
    return true;
  }

  private setProduct(aPP: number): void {
    const { aE, ax, ay, az, bE, bx, by, bz } = this;
    const p = ax * bx + ay * by + az * bz;
    if (p <= 0) {
      this.ab = aE * bE - p;
      return;
    }
    const x = ay * bz - az * by;
    const y = az * bx - ax * bz;
    const z = ax * by - ay * bx;
    this.ab = (this.aa * bE * bE + this.bb * aPP + x * x + y * y + z * z) / (aE * bE + p);
  }
}
