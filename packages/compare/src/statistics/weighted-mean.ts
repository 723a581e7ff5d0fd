/**
 * Mean of a stream of values with signed weights.
 *
 *     μ = Σwx / Σw,   σ_μ² = Σw²(x − μ)² / (Σw)²
 *
 * Sums are taken about the first value, so that a narrow peak far from zero keeps its digits. Values that are not
 * finite are left out.
 */
export class WeightedMean {
  #origin = NaN;
  #w = 0;
  #wx = 0;
  #ww = 0;
  #wwx = 0;
  #wwxx = 0;

  /** Adds one value of weight `w`. */
  add(value: number, w: number): void {
    if (!Number.isFinite(value)) return;
    if (Number.isNaN(this.#origin)) this.#origin = value;
    const x = value - this.#origin;
    this.#w += w;
    this.#wx += w * x;
    this.#ww += w * w;
    this.#wwx += w * w * x;
    this.#wwxx += w * w * x * x;
  }

  /** @returns μ and σ_μ; null unless the weights sum to a positive number. */
  result(): { readonly mean: number | null; readonly meanError: number | null } {
    if (!(this.#w > 0)) return { mean: null, meanError: null };
    const x = this.#wx / this.#w;
    const sum = this.#wwxx - 2 * x * this.#wwx + x * x * this.#ww;
    return { mean: this.#origin + x, meanError: Math.sqrt(Math.max(sum, 0)) / this.#w };
  }
}
