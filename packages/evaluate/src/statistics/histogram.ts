/**
 * A histogram of weighted values with equal bins; what falls outside is counted on its side.
 *
 * Bin i covers [low + i·w, low + (i + 1)·w), the last one its upper edge too. Values that are not
 * finite are ignored.
 */
export class Histogram {
  readonly low: number;
  readonly high: number;
  readonly counts: Float64Array;
  underflow = 0;
  overflow = 0;

  /**
   * @param low Lower edge of the first bin.
   * @param high Upper edge of the last bin.
   * @param bins Number of bins.
   * @throws RangeError if the range is empty or `bins` is not a positive integer.
   */
  constructor(low: number, high: number, bins: number) {
    checkBins('Histogram', low, high, bins);
    this.low = low;
    this.high = high;
    this.counts = new Float64Array(bins);
  }

  /** Adds one value of weight `w`. */
  add(value: number, w: number): void {
    if (!Number.isFinite(value)) return;
    if (value < this.low) this.underflow += w;
    else if (value > this.high) this.overflow += w;
    else this.counts[binOf(value, this.low, this.high, this.counts.length)] += w;
  }
}

/** @returns The bin that a value inside [low, high] falls in, out of `bins` equal ones. */
export function binOf(value: number, low: number, high: number, bins: number): number {
  return Math.min(bins - 1, Math.floor(((value - low) / (high - low)) * bins));
}

/** @throws RangeError if the range is empty or `bins` is not a positive integer. */
export function checkBins(name: string, low: number, high: number, bins: number): void {
  if (low < high && Number.isInteger(bins) && bins >= 1) return;
  throw new RangeError(`${name}: ${bins} bins in [${low}, ${high}], expected low < high.`);
}
