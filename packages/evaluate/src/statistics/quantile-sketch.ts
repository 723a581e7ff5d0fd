/** Below this magnitude (1e-3 GeV, as a power of two) a value counts as zero. */
const SMALLEST = 2 ** -10;

/** Mantissa bits in the upper half of a double. */
const UPPER_MANTISSA_BITS = 20;

const bytes = new DataView(new ArrayBuffer(8));

/**
 * Quantiles of a stream of weighted values in bounded memory.
 *
 *     Q(p) = the smallest x at which the cumulative weight reaches p Σw
 *
 * A histogram whose bins are the doubles that share their sign, exponent and first `bits` mantissa
 * bits, so that a bin is as fine relative to its values everywhere: Q is exact to a relative
 * 2^−(bits+1) (3.8e-6 by default: 4 MeV at 1 TeV) and never outside the smallest and largest value
 * seen; magnitudes below 2^−10 count as zero. Bins exist only for the octaves in use and take
 * 8·2^bits bytes for each (1 MiB by default), however many values there are.
 *
 * Weights are signed. The cumulative weight then need not rise, and Q is its first crossing.
 * Values that are not finite are ignored.
 */
export class QuantileSketch {
  readonly #bits: number;
  readonly #octaves = new Map<number, Float64Array>();
  #total = 0;
  #min = Infinity;
  #max = -Infinity;

  /**
   * @param bits Mantissa bits that tell bins apart, 1 to 20.
   * @throws RangeError if `bits` is anything else.
   */
  constructor(bits = 17) {
    if (!Number.isInteger(bits) || bits < 1 || bits > UPPER_MANTISSA_BITS) {
      throw new RangeError(`QuantileSketch: bits is ${bits}, expected an integer from 1 to 20.`);
    }
    this.#bits = bits;
  }

  /** Largest relative error of a quantile. */
  get accuracy(): number {
    return 2 ** -(this.#bits + 1);
  }

  /** Adds one value of weight `w`. */
  add(value: number, w: number): void {
    if (!Number.isFinite(value)) return;
    if (value < this.#min) this.#min = value;
    if (value > this.#max) this.#max = value;
    bytes.setFloat64(0, Math.abs(value) < SMALLEST ? 0 : value);
    const key = bytes.getUint32(0) >>> (UPPER_MANTISSA_BITS - this.#bits);
    const octave = key >>> this.#bits;
    let counts = this.#octaves.get(octave);
    if (counts === undefined) {
      counts = new Float64Array(2 ** this.#bits);
      this.#octaves.set(octave, counts);
    }
    counts[key & (counts.length - 1)] += w;
    this.#total += w;
  }

  /**
   * @param p Cumulative fraction, in [0, 1].
   * @returns Q(p); NaN unless the weights sum to a positive number.
   * @throws RangeError if `p` is outside [0, 1].
   */
  quantile(p: number): number {
    if (!(p >= 0 && p <= 1)) {
      throw new RangeError(`QuantileSketch.quantile: p is ${p}, expected a number from 0 to 1.`);
    }
    if (!(this.#total > 0)) return NaN;
    if (p === 0) return this.#min;
    let sum = 0;
    for (const [octave, counts, descending] of this.#inOrder()) {
      for (let i = 0; i < counts.length; ++i) {
        const slot = descending ? counts.length - 1 - i : i;
        sum += counts[slot];
        if (counts[slot] !== 0 && sum >= p * this.#total) {
          return Math.min(this.#max, Math.max(this.#min, this.#centre(octave, slot)));
        }
      }
    }
    return this.#max;
  }

  /** Octaves from the most negative to the most positive; negative ones run backwards. */
  #inOrder(): [octave: number, counts: Float64Array, descending: boolean][] {
    const start = (octave: number) => this.#edge(octave, 0);
    return [...this.#octaves]
      .sort(([a], [b]) => start(a) - start(b))
      .map(([octave, counts]) => [octave, counts, octave >= SIGN_BIT]);
  }

  #centre(octave: number, slot: number): number {
    if (octave % SIGN_BIT === 0) return 0;
    const edge = this.#edge(octave, slot);
    const relative = slot / 2 ** this.#bits;
    return edge * (1 + this.accuracy / (1 + relative));
  }

  /** The value of smallest magnitude in a bin. */
  #edge(octave: number, slot: number): number {
    const key = octave * 2 ** this.#bits + slot;
    bytes.setUint32(0, key * 2 ** (UPPER_MANTISSA_BITS - this.#bits));
    bytes.setUint32(4, 0);
    return bytes.getFloat64(0);
  }
}

/** The octave number of −0: eleven bits of exponent below the sign. */
const SIGN_BIT = 2 ** 11;
