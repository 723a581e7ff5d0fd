/** Coupling factor of a weight by scale. */
export interface CouplingTable {
  /** ln μ² of the first value, and values per unit of ln μ². */
  readonly first: number;
  readonly perUnit: number;
  /** At even steps in ln μ²; one more than read, for linear interpolation. */
  readonly values: Float64Array;
}

/** (ħc)² in pb GeV², CODATA 2018. */
const PICOBARN = 0.3893793721e9;

/** Steps in ln μ²: the factor changes by a percent from one to the next at most. */
const STEPS = 512;

/**
 * Tabulates g_s⁴/32π by scale.
 *
 *     g_s⁴/32π = (π/2) α_s²(μ²)     in pb GeV²
 *
 * @param alphaS α_s by μ², GeV²; 1 in place of the whole factor if undefined.
 * @param range Least and largest μ², GeV².
 * @throws RangeError if α_s is no positive number at one of them.
 */
export function couplingTable(
  alphaS: ((q2: number) => number) | undefined,
  [low, high]: readonly [number, number]
): CouplingTable {
  const first = Math.log(low);
  const perUnit = STEPS / (Math.log(high) - first);
  const values = new Float64Array(STEPS + 2).fill(1);
  if (!alphaS) return { first, perUnit, values };
  values.forEach((_, k) => {
    const scale = low * Math.exp(k / perUnit);
    const coupling = alphaS(scale);
    if (!(coupling > 0 && coupling < Infinity)) {
      throw new RangeError(
        `pairProduction: α_s is ${coupling} at a scale of ${Math.sqrt(scale)} GeV, expected a positive number.`
      );
    }
    values[k] = (Math.PI / 2) * coupling * coupling * PICOBARN;
  });
  return { first, perUnit, values };
}
