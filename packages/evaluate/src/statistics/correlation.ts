/**
 * Pearson correlation of a stream of weighted pairs, in one pass and constant memory.
 *
 *     r = cov(x, y) / (σ_x σ_y),   cov(x, y) = Σw(x − μ_x)(y − μ_y) / Σw
 *
 * Weights are signed. Pairs with a component that is not finite are counted and left out.
 */
export class Correlation {
  #events = 0;
  #nonFinite = 0;
  #x0 = 0;
  #y0 = 0;
  #w = 0;
  #wx = 0;
  #wy = 0;
  #wxx = 0;
  #wyy = 0;
  #wxy = 0;

  /** Adds one pair of weight `w`; a pair that is not finite is only counted. */
  add(x: number, y: number, w: number): void {
    if (!Number.isFinite(x) || !Number.isFinite(y)) {
      ++this.#nonFinite;
      return;
    }
    if (this.#events++ === 0) {
      this.#x0 = x;
      this.#y0 = y;
    }
    const dx = x - this.#x0;
    const dy = y - this.#y0;
    this.#w += w;
    this.#wx += w * dx;
    this.#wy += w * dy;
    this.#wxx += w * dx * dx;
    this.#wyy += w * dy * dy;
    this.#wxy += w * dx * dy;
  }

  /** Number of finite pairs. */
  get events(): number {
    return this.#events;
  }

  /** Number of pairs that were not finite. */
  get nonFinite(): number {
    return this.#nonFinite;
  }

  /** @returns r, in [−1, 1]; NaN if x or y does not vary, or if Σw is not positive. */
  coefficient(): number {
    if (!(this.#w > 0)) return NaN;
    const x = this.#wx / this.#w;
    const y = this.#wy / this.#w;
    const varianceX = this.#wxx / this.#w - x * x;
    const varianceY = this.#wyy / this.#w - y * y;
    if (!(varianceX > 0 && varianceY > 0)) return NaN;
    const r = (this.#wxy / this.#w - x * y) / Math.sqrt(varianceX * varianceY);
    return Math.min(1, Math.max(-1, r));
  }
}
