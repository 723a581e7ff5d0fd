import { CHAIN } from './problem.ts';
import type { Multipliers, Support } from './support.ts';

/**
 * One chain with o² > 0 as what it is in the space of (k_T, −σ c·k): an ellipsoid
 *
 *     centre (o_T, −σ o·c) y/o²,   shape κ² M,   κ = √(y²/o² − m²)
 *
 * whose extent in the direction u is κ √(uᵀ M u). Quicker than `Support`, but not free of cancellation
 * for small o²: good for a first guess.
 */
export class Ellipsoid {
  /** M. */
  xx = NaN;
  xy = NaN;
  xt = NaN;
  yy = NaN;
  yt = NaN;
  tt = NaN;
  /** (o_T, −σ o·c)/o². */
  x = NaN;
  y = NaN;
  t = NaN;
  /** κ at a level, and how it and the centre go with the level. */
  kappa = NaN;
  /** √(uᵀ M u) and u·(o_T, −σ o·c)/o² in a direction. */
  width = NaN;
  drift = NaN;
  private perOO = NaN;
  private slack = NaN;
  private edge = NaN;

  /** Takes a chain and its thresholds. */
  set(chain: Float64Array, support: Support): void {
    const { sigma } = support;
    const perOO = 1 / chain[CHAIN.oo];
    const ox = chain[CHAIN.ox];
    const oy = chain[CHAIN.oy];
    const ot = -sigma * chain[CHAIN.oc];
    this.perOO = perOO;
    this.slack = support.slack;
    this.edge = support.edge;
    this.x = ox * perOO;
    this.y = oy * perOO;
    this.t = ot * perOO;
    this.xx = 1 + ox * this.x;
    this.yy = 1 + oy * this.y;
    this.xy = ox * this.y;
    this.xt = sigma * chain[CHAIN.cx] + ox * this.t;
    this.yt = sigma * chain[CHAIN.cy] + oy * this.t;
    this.tt = ot * this.t - chain[CHAIN.cc];
  }

  /** The level at which κ² reaches a value. */
  levelWith(kappaSquared: number): number {
    const { perOO, edge } = this;
    return Math.sqrt(edge * edge + kappaSquared / perOO) - edge - this.slack;
  }

  /** Sets κ at a level. */
  setLevel(level: number): void {
    const above = level + this.slack;
    this.kappa = Math.sqrt(above * (above + 2 * this.edge) * this.perOO);
  }

  /** o·k at a level. */
  product(level: number): number {
    return level + this.slack + this.edge;
  }

  /** Sets the extent in a direction. */
  setDirection({ nuX, nuY, theta }: Multipliers): void {
    const { xx, xy, xt, yy, yt, tt } = this;
    const x = xx * nuX + 2 * (xy * nuY + xt * theta);
    const y = yy * nuY + 2 * yt * theta;
    this.width = Math.sqrt(Math.max(0, nuX * x + nuY * y + theta * theta * tt));
    this.drift = nuX * this.x + nuY * this.y + theta * this.t;
  }

  /** dκ/dY. */
  rate(level: number): number {
    return (this.product(level) * this.perOO) / this.kappa;
  }
}
