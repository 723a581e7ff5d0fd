import { CHAIN } from '../m2/problem.ts';

/**
 * A chain of which only the level W of c matters, at its least: k has the rapidity of c.
 *
 *     W(q) = con + m_Tc E_T(q) − c_T·q,   E_T = √(m² + q²)
 *
 * One object serves all events.
 */
export class LightChain {
  /** Transverse part of c, and its transverse mass m_Tc. */
  cx = NaN;
  cy = NaN;
  cT = NaN;
  /** m². */
  mm = NaN;
  private con = NaN;
  private cE = NaN;
  private cz = NaN;

  /**
   * Takes a chain.
   *
   * @returns False if c is massless and along the beam, or nothing.
   */
  set(chain: Float64Array): boolean {
    this.cx = chain[CHAIN.cx];
    this.cy = chain[CHAIN.cy];
    this.cE = chain[CHAIN.cE];
    this.cz = chain[CHAIN.cz];
    this.cT = Math.sqrt(chain[CHAIN.cc] + this.cx * this.cx + this.cy * this.cy);
    this.con = chain[CHAIN.con];
    this.mm = chain[CHAIN.m] * chain[CHAIN.m];
    return this.cT > 0;
  }

  /** E_T at a transverse momentum. */
  energy(qx: number, qy: number): number {
    return Math.sqrt(this.mm + qx * qx + qy * qy);
  }

  /** W at a transverse momentum. */
  level(qx: number, qy: number): number {
    return this.con + this.cT * this.energy(qx, qy) - this.cx * qx - this.cy * qy;
  }

  /** Writes the momentum. */
  write(qx: number, qy: number, row: Float64Array, at: number): void {
    const scale = this.energy(qx, qy) / this.cT;
    row[at] = scale * this.cE;
    row[at + 1] = qx;
    row[at + 2] = qy;
    row[at + 3] = scale * this.cz;
  }
}
