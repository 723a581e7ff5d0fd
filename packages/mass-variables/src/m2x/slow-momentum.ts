import { LongitudinalFrame } from '../m2/longitudinal-frame.ts';

/**
 * A chain and the slower of the two momenta its invisible particle can have at a given transverse
 * momentum and a given c·k: the one with less energy in the frame of o, and so with less o·k.
 *
 *     c_E k_E − c_z k_z = G,   k_E² − k_z² = E_T²
 *     k_E = (G² + c_z² E_T²)/(c_E G + |c_z| D),   D = √(G² − m_Tc² E_T²)
 *
 * with G = c·k + c_T·k_T, E_T² = m² + k_T², m_Tc² = c_E² − c_z². Both rapidities differ from that of c
 * by the same amount, and nothing in the formula cancels.
 */
export class SlowMomentum {
  readonly frame = new LongitudinalFrame();
  /** Transverse momentum and transverse energy squared. */
  x = NaN;
  y = NaN;
  transverseSquared = NaN;
  E = NaN;
  z = NaN;
  /** |c_E k_z − c_z k_E|. */
  D = NaN;

  /** Sets the transverse momentum. */
  setTransverse(x: number, y: number): void {
    const { m } = this.frame;
    this.x = x;
    this.y = y;
    this.transverseSquared = m * m + x * x + y * y;
  }

  /**
   * Sets energy and longitudinal momentum from c·k.
   *
   * @param product c·k.
   * @returns False if c·k is below the least there is, which is at the rapidity of c, or if
   *  c is nothing.
   */
  setProduct(product: number): boolean {
    const { cE, cx, cy, cz } = this.frame;
    const G = product + cx * this.x + cy * this.y;
    const transverse = this.transverseSquared;
    const squared = G * G - (cE - cz) * (cE + cz) * transverse;
    if (!(squared >= 0 && G >= 0 && cE > 0)) return false;
    const D = Math.sqrt(squared);
    const along = Math.abs(cz);
    const sum = cE * G + along * D;
    this.D = D;
    this.E = sum > 0 ? (G * G + cz * cz * transverse) / sum : 0;
    // k_z = (|c_z| G − c_E D)/m_Tc², which takes the sign of c_z; the form below holds for m_Tc = 0 too.
    const z = (along * this.E - D) / cE;
    this.z = cz < 0 ? -z : z;
    return true;
  }

  /** Sets the least energy instead: the rapidity of o. */
  setAtRest(): void {
    this.E = Math.sqrt(this.transverseSquared);
    this.z = 0;
  }

  /** Y = o·k + offset. */
  get level(): number {
    const { oE, ox, oy, offset } = this.frame;
    return oE * this.E - ox * this.x - oy * this.y + offset;
  }

  /** Writes the momentum outside the frame. */
  write(row: Float64Array, at: number): void {
    this.frame.write(this.E, this.x, this.y, this.z, row, at);
  }
}
