import { CHAIN, type Problem } from './problem.ts';

/** sinh of the rapidity between o and c that is kept where there is less, or none. */
const LEAST_RAPIDITY = 1e-13;

/**
 * The same event with another condition, made for a chain whose o and c have almost the same rapidity.
 *
 * Let c = λ o + d + z of that chain, d transverse and z a small vector along the beam, across o. The
 * condition on c-levels minus λ times that on o-levels and d times that on P is
 *
 *     z·k + con − λ offset − d·P = (c′ − λ o′ + d)·k′ + con′ − λ offset′
 *
 * with primes for the other chain: an M_2CC problem with the same solutions, in which the one chain's
 * dependence on small differences of c and o is explicit.
 */
export class ShearedProblem implements Problem {
  readonly chain1 = new Float64Array(CHAIN.length);
  readonly chain2 = new Float64Array(CHAIN.length);
  readonly ptmiss = new Float64Array(2);
  /** Length of z: the scale of ν. */
  thickness = NaN;
  /** Direction −o_T/m_To, into which the chain is farthest at ν = 0. */
  x = NaN;
  y = NaN;

  /**
   * Takes a problem.
   *
   * @param second Whether the chain with the small rapidity difference is the second.
   * @param most Largest sinh of that difference, in units of the longitudinal part of c, that is taken.
   * @returns Whether it is that small.
   */
  set({ chain1, chain2, ptmiss }: Problem, second: boolean, most: number): boolean {
    const thin = second ? chain2 : chain1;
    const square = (thin[CHAIN.oE] - thin[CHAIN.oz]) * (thin[CHAIN.oE] + thin[CHAIN.oz]);
    const product = thin[CHAIN.oE] * thin[CHAIN.cE] - thin[CHAIN.oz] * thin[CHAIN.cz];
    const across = thin[CHAIN.oE] * thin[CHAIN.cz] - thin[CHAIN.oz] * thin[CHAIN.cE];
    if (!(square > 0 && product > 0 && Math.abs(across) <= most * product)) return false;
    const mT = Math.sqrt(square);
    const lambda = product / square;
    const least = LEAST_RAPIDITY * product;
    const z = (across < 0 ? Math.min(across, -least) : Math.max(across, least)) / mT;
    this.thickness = Math.abs(z);
    this.x = -thin[CHAIN.ox] / mT;
    this.y = -thin[CHAIN.oy] / mT;
    this.ptmiss.set(ptmiss);
    const dx = thin[CHAIN.cx] - lambda * thin[CHAIN.ox];
    const dy = thin[CHAIN.cy] - lambda * thin[CHAIN.oy];
    this.setThin(thin, second ? this.chain2 : this.chain1, z / mT, lambda, dx, dy);
    setOther(second ? chain1 : chain2, second ? this.chain1 : this.chain2, lambda, dx, dy);
    return true;
  }

  /** Writes the chain with z, given in units of m_To, in place of c. */
  private setThin(
    chain: Float64Array,
    out: Float64Array,
    z: number,
    lambda: number,
    dx: number,
    dy: number
  ): void {
    out.set(chain);
    out[CHAIN.cE] = z * chain[CHAIN.oz];
    out[CHAIN.cx] = 0;
    out[CHAIN.cy] = 0;
    out[CHAIN.cz] = z * chain[CHAIN.oE];
    out[CHAIN.cc] = -this.thickness * this.thickness;
    out[CHAIN.oc] = 0;
    out[CHAIN.con] -= lambda * chain[CHAIN.offset] + dx * this.ptmiss[0] + dy * this.ptmiss[1];
  }
}

/** Writes the other chain with c − λ o + d in place of c. */
function setOther(
  chain: Float64Array,
  out: Float64Array,
  lambda: number,
  dx: number,
  dy: number
): void {
  out.set(chain);
  for (let k = 0; k < 4; ++k) out[CHAIN.cE + k] -= lambda * chain[CHAIN.oE + k];
  const oo = chain[CHAIN.oo];
  const oc = chain[CHAIN.oc] - lambda * oo;
  const cc = chain[CHAIN.cc] - lambda * (chain[CHAIN.oc] + oc);
  const cd = out[CHAIN.cx] * dx + out[CHAIN.cy] * dy;
  out[CHAIN.oc] = oc - chain[CHAIN.ox] * dx - chain[CHAIN.oy] * dy;
  out[CHAIN.cc] = cc - 2 * cd - dx * dx - dy * dy;
  out[CHAIN.cx] += dx;
  out[CHAIN.cy] += dy;
  out[CHAIN.con] -= lambda * chain[CHAIN.offset];
}
