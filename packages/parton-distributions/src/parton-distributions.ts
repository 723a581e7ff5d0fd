/**
 * Parton distributions of the proton, as x f(x, Q²).
 *
 * Outside the range of validity the nearest point inside counts: x f is frozen in Q² below `q2Min`
 * and above `q2Max`, and in x below `xMin` and above `xMax`; at x ≥ 1 it is 0. NaN gives NaN. Values
 * may be negative where the set is. A set keeps scratch memory: share none between threads.
 */
export interface PartonDistributions {
  /** What the set is called in the literature or by its file. */
  readonly name: string;
  /** Smallest and largest momentum fraction x of validity. */
  readonly xMin: number;
  readonly xMax: number;
  /** Smallest and largest scale Q² of validity, GeV². */
  readonly q2Min: number;
  readonly q2Max: number;

  /**
   * Density of one parton; `evaluate` gives all of them in about the same time.
   *
   * @param flavour PDG id: 21 gluon, ±1 … ±5 for d, u, s, c, b and their antiquarks.
   * @param x Fraction of the proton's momentum.
   * @param q2 Factorisation scale Q², GeV².
   * @returns x f(x, Q²), a number without unit.
   * @throws RangeError if `flavour` is another id.
   */
  xf(flavour: number, x: number, q2: number): number;

  /**
   * Densities of all partons at one point; allocates nothing.
   *
   * @param x Fraction of the proton's momentum.
   * @param q2 Factorisation scale Q², GeV².
   * @param out Receives x f(x, Q²) of b̄ c̄ s̄ ū d̄ g d u s c b (the order of `PARTONS`: index 5 plus
   *  the PDG id, the gluon at 5) from index `at` on: 11 numbers.
   * @param at First index to write, 0 if omitted.
   */
  evaluate(x: number, q2: number, out: Float64Array, at?: number): void;
}
