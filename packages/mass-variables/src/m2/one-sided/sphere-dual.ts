import { PrincipalAxes } from './principal-axes.ts';
import type { QuadraticForm } from './quadratic-form.ts';

/** δ below which x is taken for too short rather than for badly known, relative to λ_max. */
const HARD = 1e-12;

/**
 * The dual of minimising a quadratic form Q over the sphere |x|² = κ² = t (2m + t), with a multiplier
 * μ = λ_max(K) + δ of the sphere:
 *
 *     D(t, μ) = min over x of Q(t, x) + μ (|x|² − κ²)
 *             = constant + 2t (linear − m μ) + t² (square − μ) − Σ (w_k + t u_k)²/(μ − λ_k)
 *
 * in the principal axes of K. D ≤ Q on the spheres for every μ, D is concave in μ with the derivative
 * |x|² − κ², and at each t the best D is the minimum of Q (strong duality of the trust-region problem).
 *
 * One object serves all events.
 */
export class SphereDual {
  /** Largest eigenvalue of K. */
  largest = NaN;
  /** The x that `setX` finds, in the basis of the form. */
  x1 = NaN;
  x2 = NaN;
  x3 = NaN;

  private readonly principal = new PrincipalAxes();
  private constant = NaN;
  private linear = NaN;
  private square = NaN;
  private m = NaN;
  /** How far the eigenvalues lie below the largest. */
  private d1 = NaN;
  private d2 = NaN;
  private d3 = NaN;
  /** w and u along the principal axes. */
  private w1 = NaN;
  private w2 = NaN;
  private w3 = NaN;
  private u1 = NaN;
  private u2 = NaN;
  private u3 = NaN;

  /** Takes a form and the m of the spheres. */
  set(form: QuadraticForm, m: number): void {
    this.constant = form.constant;
    this.linear = form.linear;
    this.square = form.square;
    this.m = m;
    this.toPrincipalAxes(form);
  }

  /** κ, the radius of the sphere at t. */
  radius(t: number): number {
    return Math.sqrt(t * (2 * this.m + t));
  }

  private toPrincipalAxes(form: QuadraticForm): void {
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

  /** δ from where the ball |x| ≤ κ would reach Q = 0 at t = 0, had K one eigenvalue. */
  firstDelta(): number {
    const { w1, w2, w3, largest, constant } = this;
    const w = Math.sqrt(w1 * w1 + w2 * w2 + w3 * w3);
    const radius = constant / (w + Math.sqrt(w * w + largest * constant));
    return w / radius;
  }

  /** First zero of D(·, μ) beyond t₀: t₀ itself if D is not positive there, ∞ if there is none. */
  firstZero(delta: number, t0: number): number {
    const { w1, w2, w3, u1, u2, u3, constant, linear, square } = this;
    const r1 = 1 / (delta + this.d1);
    const r2 = 1 / (delta + this.d2);
    const r3 = 1 / (delta + this.d3);
    const mu = delta + this.largest;
    const atZero = constant - w1 * w1 * r1 - w2 * w2 * r2 - w3 * w3 * r3;
    const halfSlope = linear - mu * this.m - w1 * u1 * r1 - w2 * u2 * r2 - w3 * u3 * r3;
    const c2 = square - mu - u1 * u1 * r1 - u2 * u2 * r2 - u3 * u3 * r3;
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

  /** |x| at the minimum of the Lagrangian. */
  length(delta: number, t: number): number {
    const v1 = (this.w1 + t * this.u1) / (delta + this.d1);
    const v2 = (this.w2 + t * this.u2) / (delta + this.d2);
    const v3 = (this.w3 + t * this.u3) / (delta + this.d3);
    return Math.sqrt(v1 * v1 + v2 * v2 + v3 * v3);
  }

  /** −½ d|x|²/dμ there, at fixed t. */
  slope(delta: number, t: number): number {
    const r1 = 1 / (delta + this.d1);
    const r2 = 1 / (delta + this.d2);
    const r3 = 1 / (delta + this.d3);
    const v1 = (this.w1 + t * this.u1) * r1;
    const v2 = (this.w2 + t * this.u2) * r2;
    const v3 = (this.w3 + t * this.u3) * r3;
    return v1 * v1 * r1 + v2 * v2 * r2 + v3 * v3 * r3;
  }

  /**
   * Sets x to the minimum of the Lagrangian, made to end on the sphere: by its length, or, in the hard
   * case, where μ = λ_max leaves it too short, by its component along that axis.
   */
  setX(delta: number, t: number): void {
    const { axes } = this.principal;
    const kappa = this.radius(t);
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
}

/** A component whose square is to grow by `missing`. */
function lengthened(y: number, missing: number): number {
  const length = Math.sqrt(y * y + missing);
  return y < 0 ? -length : length;
}
