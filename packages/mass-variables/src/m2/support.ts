import { CHAIN } from './problem.ts';

/** S² in units of its terms that is rounding: then V is parallel to o, and no k is the farthest. */
const FLAT = 1e-13;

/**
 * One chain: the invisible momenta it allows while o·k = y, and the farthest of them in a direction.
 *
 * With V = (0, ν_x, ν_y, 0) + σθ c, the k with k² = m² and o·k = y that makes V·k least is
 *
 *     k = α V + β o,   α = K/S,   β = (y − α o·V)/o²
 *     K = √(y² − m² o²),   S = √((o·V)² − o² V²)
 *
 * of which only the transverse part and c·k are needed: boosts along the beam drop out. The level is
 * counted from a threshold common to both chains, so that K is free of cancellation.
 *
 * One object per chain serves all events, so that none is allocated on the way.
 */
export class Support {
  /** +1 for the first chain, −1 for the second. */
  readonly sigma: 1 | -1;
  private ox = NaN;
  private oy = NaN;
  private cx = NaN;
  private cy = NaN;
  oo = NaN;
  private cc = NaN;
  private oc = NaN;
  private mm = NaN;
  /** m √o²: the least o·k. */
  edge = NaN;
  /** The chain's own threshold in Y, and how far it lies below the common one. */
  threshold = NaN;
  slack = NaN;

  /** α and β, also derived by the level. */
  alpha = NaN;
  beta = NaN;
  /** k along x and y, and σ c·k. */
  kx = NaN;
  ky = NaN;
  ck = NaN;
  /** Their derivatives by the level. */
  rateX = NaN;
  rateY = NaN;
  rateC = NaN;
  /** Second derivatives of max over k of −V·k by ν_x, ν_y and θ. */
  xx = NaN;
  xy = NaN;
  xt = NaN;
  yy = NaN;
  yt = NaN;
  tt = NaN;

  constructor(sigma: 1 | -1) {
    this.sigma = sigma;
  }

  /** Takes a chain; `slack` is to be set once both thresholds are known. */
  set(chain: Float64Array): void {
    const m = chain[CHAIN.m];
    this.ox = chain[CHAIN.ox];
    this.oy = chain[CHAIN.oy];
    this.cx = chain[CHAIN.cx];
    this.cy = chain[CHAIN.cy];
    this.oo = chain[CHAIN.oo];
    this.cc = chain[CHAIN.cc];
    this.oc = chain[CHAIN.oc];
    this.mm = m * m;
    this.edge = m * Math.sqrt(chain[CHAIN.oo]);
    this.threshold = chain[CHAIN.offset] + this.edge;
  }

  /**
   * Finds k and its derivatives at a direction and a level: the innermost loop of all, so in one piece.
   *
   * @returns False if there is no farthest k in this direction.
   */
  at(point: Multipliers): boolean {
    const { sigma, ox, oy, cx, cy, oo, cc, oc } = this;
    const { nuX, nuY } = point;
    const t = sigma * point.theta;
    const vx = nuX + t * cx;
    const vy = nuY + t * cy;
    const oV = t * oc - (nuX * ox + nuY * oy);
    const nuC = nuX * cx + nuY * cy;
    const cV = t * cc - nuC;
    const VV = t * (cV - nuC) - (nuX * nuX + nuY * nuY);
    const above = point.level + this.slack;
    const y = above + this.edge;
    const KK = above * (above + 2 * this.edge);
    const SS = oV * oV - oo * VV;
    if (!(SS > FLAT * (oV * oV + Math.abs(oo * VV)) && KK > 0 && (oV > 0 || oo > 0))) return false;
    const K = Math.sqrt(KK);
    const S = Math.sqrt(SS);
    const sum = y * S + K * oV;
    const perKS = 1 / (K * S);
    const alpha = KK * perKS;
    const beta = oV > 0 ? (this.mm * oV * oV - y * y * VV) / (S * sum) : (y - alpha * oV) / oo;
    const perSS = KK * perKS * perKS;
    const alphaRate = y * perKS;
    const betaRate = -(oV * beta * S * S * perKS + VV) * perSS;
    this.alpha = alpha;
    this.beta = beta;
    this.kx = alpha * vx + beta * ox;
    this.ky = alpha * vy + beta * oy;
    this.ck = sigma * (alpha * cV + beta * oc);
    this.rateX = alphaRate * vx + betaRate * ox;
    this.rateY = alphaRate * vy + betaRate * oy;
    this.rateC = sigma * (alphaRate * cV + betaRate * oc);
    const et = sigma * oc;
    const vt = sigma * cV;
    const f = alpha * perSS;
    const fVV = f * VV;
    const foV = f * oV;
    const foo = f * oo;
    this.xx = alpha - (fVV * ox * ox - 2 * foV * ox * vx + foo * vx * vx);
    this.yy = alpha - (fVV * oy * oy - 2 * foV * oy * vy + foo * vy * vy);
    this.xy = -(fVV * ox * oy - foV * (ox * vy + vx * oy) + foo * vx * vy);
    this.xt = alpha * sigma * cx + (fVV * ox * et - foV * (ox * vt + vx * et) + foo * vx * vt);
    this.yt = alpha * sigma * cy + (fVV * oy * et - foV * (oy * vt + vy * et) + foo * vy * vt);
    this.tt = -alpha * cc - (fVV * et * et - 2 * foV * et * vt + foo * vt * vt);
    return true;
  }
}

/** A direction (ν_x, ν_y, θ) and a level, counted from the common threshold. */
export interface Multipliers {
  nuX: number;
  nuY: number;
  theta: number;
  level: number;
}
