import { PrincipalAxes } from './principal-axes.js';
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
/** δ below which x is taken for too short rather than for badly known. */
const HARD = 1e-12;
/**
 * The least t at which some x on the sphere |x|² = κ² = t (2m + t) makes a quadratic form Q vanish.
 *
 *     t* = max over μ ≥ λ_max(K) of t(μ),   t(μ) = first zero of D(·, μ),
 *     D(t, μ) = min over x of Q(t, x) + μ (|x|² − κ²)
 *             = constant + 2t (linear − m μ) + t² (square − μ) − Σ (w_k + t u_k)²/(μ − λ_k)
 *
 * in the principal axes of K. D is a quadratic polynomial in t, so t(μ) is explicit. On the spheres
 * D ≤ Q for every μ, so every t(μ) is a lower bound; at each t the best D is the minimum of Q (strong
 * duality of the trust-region problem), so the best t(μ) is the first zero of that minimum, whether
 * the minimum falls monotonically or not. D is concave in μ: t(μ) has no other maxima, and the sign of
 * ∂D/∂μ = |x|² − κ² tells on which side of it μ is.
 *
 * One object serves all events, so that none is allocated.
 */
export class FirstContact {
  /** t*, and x in the basis of the form. */
  t = NaN;
  x1 = NaN;
  x2 = NaN;
  x3 = NaN;
  principal = new PrincipalAxes();
  form;
  m = NaN;
  /** δ = μ − λ_max. */
  delta = NaN;
  /** t₀: on the spheres before it Q is positive. */
  proven = NaN;
  /** Largest eigenvalue, and how far the others lie below it. */
  largest = NaN;
  d1 = NaN;
  d2 = NaN;
  d3 = NaN;
  /** w and u along the principal axes. */
  w1 = NaN;
  w2 = NaN;
  w3 = NaN;
  u1 = NaN;
  u2 = NaN;
  u3 = NaN;
  /**
   * Finds the contact.
   *
   * @param form Q, not negative at t = 0.
   * @param m m, not negative.
   * @returns False if Q stays positive on all spheres: proven.
   */
  find(form, m) {
    this.form = form;
    this.m = m;
    this.toPrincipalAxes(form);
    if (form.constant <= 0) {
      this.t = 0;
      this.x1 = this.x2 = this.x3 = 0;
      return true;
    }
    this.delta = this.firstDelta(form.constant);
    this.proven = 0;
    for (let start = 0; start < STARTS && !this.climb(); ++start) this.settle();
    if (this.t === Infinity) return false;
    this.setX(this.delta);
    return true;
  }
  toPrincipalAxes(form) {
    const { principal } = this;
    principal.set(form.K11, form.K12, form.K13, form.K22, form.K23, form.K33);
    const { l1, l2, l3, axes } = principal;
    const { w1, w2, w3, u1, u2, u3 } = form;
    this.largest = Math.max(l1, l2, l3);
    this.d1 = this.largest - l1;
    this.d2 = this.largest - l2;
    this.d3 = this.largest - l3;
    this.w1 = axes[0] * w1 + axes[3] * w2 + axes[6] * w3;
    this.w2 = axes[1] * w1 + axes[4] * w2 + axes[7] * w3;
    this.w3 = axes[2] * w1 + axes[5] * w2 + axes[8] * w3;
    this.u1 = axes[0] * u1 + axes[3] * u2 + axes[6] * u3;
    this.u2 = axes[1] * u1 + axes[4] * u2 + axes[7] * u3;
    this.u3 = axes[2] * u1 + axes[5] * u2 + axes[8] * u3;
  }
  /** δ = μ − λ_max from where the ball |x| ≤ κ would reach Q = 0 at t = 0, had K one eigenvalue. */
  firstDelta(constant) {
    const { w1, w2, w3, largest } = this;
    const w = Math.sqrt(w1 * w1 + w2 * w2 + w3 * w3);
    const radius = constant / (w + Math.sqrt(w * w + largest * constant));
    return Math.max(w / radius, EDGE * largest);
  }
  /**
   * Raises the lower bound t until x ends on the sphere, by Newton's method for 1/κ = 1/|x|, kept
   * between bounds of δ = μ − λ_max.
   *
   * @returns False if it got stuck: no single μ serves from t₀ on. Then t is the new t₀.
   */
  climb() {
    let low = 0;
    let high = Infinity;
    let best = this.proven;
    for (let step = 0; step < STEPS; ++step) {
      const { delta } = this;
      const t = this.firstZero(delta);
      this.t = t;
      if (t === Infinity) return true;
      if (t === this.proven && best > t) break;
      if (t > best) best = t;
      const kappa = Math.sqrt(t * (2 * this.m + t));
      const difference = this.length(delta, t) - kappa;
      if (Math.abs(difference) <= ROUNDING * kappa) return true;
      if (difference > 0) low = delta;
      else high = delta;
      if (high < EDGE * this.largest) return true;
      this.delta = this.secular(t, kappa, low, high);
      if (this.delta === delta) return true;
    }
    this.t = this.proven = best;
    return false;
  }
  /** Takes the best μ at t₀ itself, from which D stays positive for a while. */
  settle() {
    const t = this.proven;
    const kappa = Math.sqrt(t * (2 * this.m + t));
    let low = 0;
    let high = Infinity;
    for (let step = 0; step < STEPS; ++step) {
      const { delta } = this;
      const difference = this.length(delta, t) - kappa;
      if (Math.abs(difference) <= SETTLED * kappa || high < EDGE * this.largest) break;
      if (difference > 0) low = delta;
      else high = delta;
      this.delta = this.secular(t, kappa, low, high);
    }
    const next = this.firstZero(this.delta);
    if (next < Infinity) this.proven = next;
  }
  /** A better δ at t, between two bounds. */
  secular(t, kappa, low, high) {
    const { delta } = this;
    const length = this.length(delta, t);
    const gain = (length * length * (length - kappa)) / (this.slope(delta, t) * kappa);
    const next = delta + gain;
    return next > low && next < high ? next : between(low, high);
  }
  /** First zero of D(·, μ) beyond t₀: t₀ itself if D is not positive there, ∞ if there is none. */
  firstZero(delta) {
    const { w1, w2, w3, u1, u2, u3 } = this;
    const { constant, linear, square } = this.form;
    const r1 = 1 / (delta + this.d1);
    const r2 = 1 / (delta + this.d2);
    const r3 = 1 / (delta + this.d3);
    const mu = delta + this.largest;
    const atZero = constant - w1 * w1 * r1 - w2 * w2 * r2 - w3 * w3 * r3;
    const halfSlope = linear - mu * this.m - w1 * u1 * r1 - w2 * u2 * r2 - w3 * u3 * r3;
    const c2 = square - mu - u1 * u1 * r1 - u2 * u2 * r2 - u3 * u3 * r3;
    const t0 = this.proven;
    const c1 = halfSlope + t0 * c2;
    const c0 = atZero + t0 * (halfSlope + c1);
    if (!(c0 > 0)) return t0;
    const disc = c1 * c1 - c0 * c2;
    if (disc < 0) return Infinity;
    const root = Math.sqrt(disc);
    // Both are the same number; each adds terms of one sign.
    if (c1 <= 0) return root - c1 > 0 ? t0 + c0 / (root - c1) : Infinity;
    return c2 < 0 ? t0 + (c1 + root) / -c2 : Infinity;
  }
  /**
   * Sets x to the minimum of the Lagrangian, made to end on the sphere: by its length, or, in the hard
   * case, where μ = λ_max leaves it too short, by its component along that axis.
   */
  setX(delta) {
    const { t } = this;
    const { axes } = this.principal;
    const kappa = Math.sqrt(t * (2 * this.m + t));
    const length = this.length(delta, t);
    const hard = length < kappa && delta < HARD * this.largest;
    const scale = hard ? -1 : -kappa / length;
    let y1 = ((this.w1 + t * this.u1) * scale) / (delta + this.d1);
    let y2 = ((this.w2 + t * this.u2) * scale) / (delta + this.d2);
    let y3 = ((this.w3 + t * this.u3) * scale) / (delta + this.d3);
    if (hard) {
      const missing = kappa * kappa - length * length;
      if (this.d1 === 0) y1 = lengthened(y1, missing);
      else if (this.d2 === 0) y2 = lengthened(y2, missing);
      else y3 = lengthened(y3, missing);
    }
    this.x1 = axes[0] * y1 + axes[1] * y2 + axes[2] * y3;
    this.x2 = axes[3] * y1 + axes[4] * y2 + axes[5] * y3;
    this.x3 = axes[6] * y1 + axes[7] * y2 + axes[8] * y3;
  }
  /** |x| at the minimum of the Lagrangian. */
  length(delta, t) {
    const v1 = (this.w1 + t * this.u1) / (delta + this.d1);
    const v2 = (this.w2 + t * this.u2) / (delta + this.d2);
    const v3 = (this.w3 + t * this.u3) / (delta + this.d3);
    return Math.sqrt(v1 * v1 + v2 * v2 + v3 * v3);
  }
  /** −½ d|x|²/dμ there, at fixed t. */
  slope(delta, t) {
    const r1 = 1 / (delta + this.d1);
    const r2 = 1 / (delta + this.d2);
    const r3 = 1 / (delta + this.d3);
    const v1 = (this.w1 + t * this.u1) * r1;
    const v2 = (this.w2 + t * this.u2) * r2;
    const v3 = (this.w3 + t * this.u3) * r3;
    return v1 * v1 * r1 + v2 * v2 * r2 + v3 * v3 * r3;
  }
}
/** A component whose square is to grow by `missing`. */
function lengthened(y, missing) {
  const length = Math.sqrt(y * y + missing);
  return y < 0 ? -length : length;
}
/** A number between two bounds of δ of which the upper one may be missing. */
function between(low, high) {
  if (high === Infinity) return 8 * low;
  return high > 8 * low ? Math.max(Math.sqrt(low * high), high / 1024) : (low + high) / 2;
}
