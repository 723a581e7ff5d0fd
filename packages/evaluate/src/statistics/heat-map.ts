import { binOf, checkBins } from './histogram.ts';

/**
 * A two-dimensional histogram of weighted pairs with the same range and bins on both axes.
 *
 * Pairs with a component that is not finite are ignored.
 */
export class HeatMap {
  readonly low: number;
  readonly high: number;
  readonly bins: number;
  /** Cell (i, j), i along x, j along y, stands at `j * bins + i`. */
  readonly counts: Float64Array;
  /** Weight of the pairs outside the square. */
  outside = 0;

  /**
   * @param low Lower edge on both axes.
   * @param high Upper edge on both axes.
   * @param bins Number of bins in each direction.
   * @throws RangeError if the range is empty or `bins` is not a positive integer.
   */
  constructor(low: number, high: number, bins: number) {
    checkBins('HeatMap', low, high, bins);
    this.low = low;
    this.high = high;
    this.bins = bins;
    this.counts = new Float64Array(bins * bins);
  }

  /** Adds one pair of weight `w`. */
  add(x: number, y: number, w: number): void {
    if (!Number.isFinite(x) || !Number.isFinite(y)) return;
    const { low, high, bins } = this;
    if (x < low || x > high || y < low || y > high) {
      this.outside += w;
      return;
    }
    this.counts[binOf(y, low, high, bins) * bins + binOf(x, low, high, bins)] += w;
  }
}
