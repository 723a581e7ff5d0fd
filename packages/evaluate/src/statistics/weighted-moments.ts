/**
 * Mean and width of a stream of weighted values, in one pass and constant memory.
 *
 *     μ = Σwx / Σw,   σ² = Σw(x − μ)² / Σw,   σ_μ² = Σw²(x − μ)² / (Σw)²
 *
 * Weights are signed. With unit weights σ is the width of the sample itself (divided by n, not by
 * n − 1) and σ_μ = σ/√n. Sums are taken about the first value, so that a narrow peak far from zero
 * keeps its digits. Values that are not finite are counted and otherwise left out.
 */
export class WeightedMoments {
  #events = 0;
  #nonFinite = 0;
  #origin = 0;
  #w = 0;
  #wx = 0;
  #wxx = 0;
  #size = 0;
  #ww = 0;
  #wwx = 0;
  #wwxx = 0;
  #min = Infinity;
  #max = -Infinity;

  /** Adds one value of weight `w`; a value that is not finite is only counted. */
  add(value: number, w: number): void {
    if (!Number.isFinite(value)) {
      ++this.#nonFinite;
      return;
    }
    if (this.#events++ === 0) this.#origin = value;
    if (value < this.#min) this.#min = value;
    if (value > this.#max) this.#max = value;
    const x = value - this.#origin;
    this.#w += w;
    this.#wx += w * x;
    this.#wxx += w * x * x;
    this.#size += Math.abs(w) * x * x;
    this.#ww += w * w;
    this.#wwx += w * w * x;
    this.#wwxx += w * w * x * x;
  }

  /** Number of finite values. */
  get events(): number {
    return this.#events;
  }

  /** Number of values that were not finite. */
  get nonFinite(): number {
    return this.#nonFinite;
  }

  /** Smallest finite value; +∞ if there is none. */
  get min(): number {
    return this.#min;
  }

  /** Largest finite value; −∞ if there is none. */
  get max(): number {
    return this.#max;
  }

  /** @returns μ; NaN unless the weights sum to a positive number. */
  mean(): number {
    return this.#w > 0 ? this.#origin + this.#wx / this.#w : NaN;
  }

  /** @returns σ; NaN where negative weights leave no positive variance. */
  width(): number {
    if (!(this.#w > 0)) return NaN;
    const x = this.#wx / this.#w;
    const variance = this.#wxx / this.#w - x * x;
    // A variance of zero comes out of sums of this size with either sign.
    const rounding = (this.#events * Number.EPSILON * this.#size) / this.#w;
    return Math.sqrt(-variance < rounding ? Math.max(variance, 0) : variance);
  }

  /** @returns σ_μ, the standard error of the mean; NaN unless the weights sum to a positive number. */
  meanError(): number {
    if (!(this.#w > 0)) return NaN;
    const x = this.#wx / this.#w;
    const sum = this.#wwxx - 2 * x * this.#wwx + x * x * this.#ww;
    return Math.sqrt(Math.max(sum, 0)) / this.#w;
  }
}
