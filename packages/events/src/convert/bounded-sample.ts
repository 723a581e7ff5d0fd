/** Values kept at most; even, so that thinning out stays in step. */
const CAPACITY = 1 << 16;

/**
 * A sample of a stream of numbers that never outgrows its room: it keeps every value at first, then every second,
 * every fourth, and so on, evenly over the whole stream and without chance.
 */
export class BoundedSample {
  private readonly values = new Float64Array(CAPACITY);
  private length = 0;
  private seen = 0;
  private stride = 1;

  /** Takes the next value; NaN is passed over. */
  add(value: number): void {
    if (Number.isNaN(value)) return;
    if (this.seen++ % this.stride !== 0) return;
    if (this.length === CAPACITY) this.thinOut();
    this.values[this.length++] = value;
  }

  /**
   * Median of the sample: that of all values, if there are no more than 65 536.
   *
   * @returns The middle value, or the mean of the two in the middle; NaN without values.
   */
  median(): number {
    const sorted = this.values.slice(0, this.length).sort();
    const middle = this.length >> 1;
    if (this.length % 2 === 1) return sorted[middle];
    return this.length === 0 ? NaN : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  private thinOut(): void {
    this.length = CAPACITY / 2;
    this.stride *= 2;
    for (let i = 0; i < this.length; i++) this.values[i] = this.values[2 * i]!;
  }
}
