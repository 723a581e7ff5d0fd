/** So many bins are finer than any error of an endpoint, and take one MiB. */
const BINS = 65_536;

/**
 * The distribution of a variable, filled event by event, fine enough to take it for the events themselves.
 *
 * Weights are signed. What is not finite or out of range is left out.
 */
export class Spectrum {
  readonly low: number;
  readonly high: number;
  readonly binWidth: number;
  /** Σw of each bin. */
  readonly content: Float64Array;
  /** Σw² of each bin. */
  readonly variance: Float64Array;

  /**
   * @param low Lower end of the range, in the unit of the variable.
   * @param high Upper end of the range.
   * @param bins Number of equal bins; the endpoint is not found more finely.
   * @throws RangeError if the range is empty or `bins` is not a positive integer.
   */
  constructor(low: number, high: number, bins = BINS) {
    const width = (high - low) / bins;
    if (!(width > 0 && Number.isFinite(width)) || !Number.isInteger(bins)) {
      throw new RangeError(
        `Spectrum: ${bins} bins in [${low}, ${high}], expected low < high and a positive integer.`
      );
    }
    this.low = low;
    this.high = high;
    this.binWidth = width;
    this.content = new Float64Array(bins);
    this.variance = new Float64Array(bins);
  }

  /** Adds one value of weight `w`. */
  add(value: number, w: number): void {
    if (!(value >= this.low && value <= this.high)) return;
    const bin = Math.min(this.content.length - 1, Math.floor((value - this.low) / this.binWidth));
    this.content[bin] += w;
    this.variance[bin] += w * w;
  }

  /** @returns The edge below bin `i`. */
  edge(i: number): number {
    return this.low + i * this.binWidth;
  }
}

/**
 * The spectrum of values in memory, from the smallest to twice as far as the largest.
 *
 * @param values The variable: n events, any unit; values that are not finite are left out.
 * @param weights Signed weights: n events; 1 if omitted.
 * @param bins Number of bins.
 * @throws RangeError if no two values differ.
 */
export function spectrumOf(values: Float64Array, weights?: Float64Array, bins = BINS): Spectrum {
  let [low, high] = [Infinity, -Infinity];
  for (const value of values) {
    if (!Number.isFinite(value)) continue;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  const spectrum = new Spectrum(low, high + (high - low), bins);
  values.forEach((value, i) => {
    spectrum.add(value, weights?.[i] ?? 1);
  });
  return spectrum;
}
