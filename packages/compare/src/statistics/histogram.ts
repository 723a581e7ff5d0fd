import type { Binned } from './binned.ts';

/** A histogram of signed weights in bins of any width. Values that are not finite are only counted. */
export class Histogram implements Binned {
  readonly edges: Float64Array;
  readonly sums: Float64Array;
  readonly squares: Float64Array;
  underflow = 0;
  overflow = 0;
  nonFinite = 0;

  /**
   * @param edges Bin edges, ascending, at least two.
   * @throws RangeError if they are not.
   */
  constructor(edges: ArrayLike<number>) {
    this.edges = Float64Array.from(edges);
    const bins = this.edges.length - 1;
    if (bins < 1 || this.edges.some((edge, i) => i > 0 && !(edge > this.edges[i - 1]))) {
      throw new RangeError(
        `Histogram: edges ${this.edges.join(', ')}, expected two or more, rising.`
      );
    }
    this.sums = new Float64Array(bins);
    this.squares = new Float64Array(bins);
  }

  /** Adds one value of weight `w`. */
  add(value: number, w: number): void {
    const bin = this.#binOf(value);
    if (bin === -1) this.underflow += w;
    else if (bin === this.sums.length) this.overflow += w;
    else if (bin >= 0) {
      this.sums[bin] += w;
      this.squares[bin] += w * w;
    } else ++this.nonFinite;
  }

  /** −1 below the first edge, the number of bins above the last, −2 for what is not finite. */
  #binOf(value: number): number {
    if (!Number.isFinite(value)) return -2;
    const { edges } = this;
    const last = edges.length - 1;
    if (value < edges[0]) return -1;
    if (value >= edges[last]) return value === edges[last] ? last - 1 : last;
    let low = 0;
    let high = last;
    while (high - low > 1) {
      const middle = (low + high) >>> 1;
      if (value < edges[middle]) high = middle;
      else low = middle;
    }
    return low;
  }
}
