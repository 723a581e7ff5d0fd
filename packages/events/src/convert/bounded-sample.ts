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
   * Quantiles of the sample: those of all values, if there are no more than 65 536.
   *
   * @param levels Fractions of the values that lie below, 0 to 1: 0.5 for the median.
   * @returns One value per level, interpolated linearly between neighbours; NaN without values.
   */
  quantiles(levels: readonly number[]): number[] {
    const sorted = this.values.slice(0, this.length).sort();
    return levels.map((level) => {
      if (sorted.length === 0) return NaN;
      const place = level * (sorted.length - 1);
      const [below, above] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
      return below === above ? below : below + (place - Math.floor(place)) * (above - below);
    });
  }

  private thinOut(): void {
    this.length = CAPACITY / 2;
    this.stride *= 2;
    for (let i = 0; i < this.length; i++) this.values[i] = this.values[2 * i]!;
  }
}
