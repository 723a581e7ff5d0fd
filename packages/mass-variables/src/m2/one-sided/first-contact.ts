import type { QuadraticForm } from './quadratic-form.ts';
import { SphereDual } from './sphere-dual.ts';

/** Six steps are the rule. */
const STEPS = 100;
/** Starts from a new t₀; hardly ever more than one. */
const STARTS = 100;
/** Difference of |x| and κ, relative, at which a step from t₀ is worth taking. */
const SETTLED = 1e-4;
/** Difference of |x| and κ, relative, that is put down to rounding. */
const ROUNDING = 4e-16;
/** δ below which the multiplier counts as the largest eigenvalue itself, relative to it. */
const EDGE = 1e-15;

/**
 * The least t at which some x on the sphere |x|² = t (2m + t) makes a quadratic form Q vanish.
 *
 * For every multiplier μ the dual D(·, μ) is a quadratic polynomial in t below Q: if it is positive at a
 * t₀ up to which Q > 0 is proven, its first zero t(μ) beyond t₀ takes the proof on to there. t(μ) has one
 * maximum, and the sign of |x|² − κ² tells on which side of it μ is. Where x ends on the sphere, Q = 0
 * there: contact, and the first one, whether the minimum of Q falls monotonically or not. As a rule one
 * μ leads there from t₀ = 0; else a t(μ) on the way becomes the new t₀.
 *
 * One object serves all events, so that none is allocated.
 */
export class FirstContact {
  /** The least t, and x in the basis of the form. */
  t = NaN;
  x1 = NaN;
  x2 = NaN;
  x3 = NaN;

  private readonly dual = new SphereDual();
  /** δ = μ − λ_max. */
  private delta = NaN;
  /** t₀: on the spheres before it Q is positive. */
  private proven = NaN;

  /**
   * Finds the contact.
   *
   * @param form Q, not negative at t = 0.
   * @param m m, not negative.
   * @returns False if Q stays positive on all spheres: proven.
   */
  find(form: QuadraticForm, m: number): boolean {
    const { dual } = this;
    if (form.constant <= 0) {
      this.t = 0;
      this.x1 = this.x2 = this.x3 = 0;
      return true;
    }
    dual.set(form, m);
    this.delta = Math.max(dual.firstDelta(), EDGE * dual.largest);
    this.proven = 0;
    for (let start = 0; start < STARTS && !this.climb(); ++start) this.settle();
    if (this.t === Infinity) return false;
    dual.setX(this.delta, this.t);
    this.x1 = dual.x1;
    this.x2 = dual.x2;
    this.x3 = dual.x3;
    return true;
  }

  /**
   * Raises the lower bound t until x ends on the sphere, by Newton's method for 1/κ = 1/|x|, kept
   * between bounds of δ = μ − λ_max.
   *
   * @returns False if it got stuck: no single μ serves from t₀ on. Then t is the new t₀.
   */
  private climb(): boolean {
    let low = 0;
    let high = Infinity;
    let best = this.proven;
    for (let step = 0; step < STEPS; ++step) {
      const { delta, dual } = this;
      const t = dual.firstZero(delta, this.proven);
      this.t = t;
      if (t === Infinity) return true;
      if (t === this.proven && best > t) break;
      if (t > best) best = t;
      const kappa = this.dual.radius(t);
      const difference = dual.length(delta, t) - kappa;
      if (Math.abs(difference) <= ROUNDING * kappa) return true;
      if (difference > 0) low = delta;
      else high = delta;
      if (high < EDGE * dual.largest) return true;
      this.delta = this.secular(t, kappa, low, high);
      if (this.delta === delta) return true;
    }
    this.t = this.proven = best;
    return false;
  }

  /** Takes the best μ at t₀ itself, from which D stays positive for a while. */
  private settle(): void {
    const t = this.proven;
    const kappa = this.dual.radius(t);
    let low = 0;
    let high = Infinity;
    for (let step = 0; step < STEPS; ++step) {
      const { delta, dual } = this;
      const difference = dual.length(delta, t) - kappa;
      if (Math.abs(difference) <= SETTLED * kappa || high < EDGE * dual.largest) break;
      if (difference > 0) low = delta;
      else high = delta;
      this.delta = this.secular(t, kappa, low, high);
    }
    const next = this.dual.firstZero(this.delta, t);
    if (next < Infinity) this.proven = next;
  }

  /** A better δ at t, between two bounds. */
  private secular(t: number, kappa: number, low: number, high: number): number {
    const { delta, dual } = this;
    const length = dual.length(delta, t);
    const gain = (length * length * (length - kappa)) / (dual.slope(delta, t) * kappa);
    const next = delta + gain;
    return next > low && next < high ? next : between(low, high);
  }
}

/** A number between two bounds of δ of which the upper one may be missing. */
function between(low: number, high: number): number {
  if (high === Infinity) return 8 * low;
  return high > 8 * low ? Math.max(Math.sqrt(low * high), high / 1024) : (low + high) / 2;
}
