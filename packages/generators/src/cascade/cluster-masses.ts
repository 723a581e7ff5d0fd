import type { RandomStream } from '@deelema/random';

/**
 * Draws what is left of a parent after each of its massless visible particles, evenly over phase space.
 *
 *     M → v_k…v₁ X by M = M_k → v_k M_{k−1}, …, M₁ → v₁ M₀ = X
 *     dN ∝ Π p*_j dM₁…dM_{k−1},   p*_j = (M_j − M_{j−1}) (M_j + M_{j−1})/(2 M_j)
 *
 * The differences by themselves are shares of the energy that is set free, of a Dirichlet distribution with
 * all parameters 2, from sums of two exponentials; the rest of the weight lies between 2⁻ᵏ and 1, and is
 * left to accept–reject.
 *
 * @param random Where the draws come from.
 * @param heavy M: n events, GeV.
 * @param light Mass of X: n events, GeV; not above M.
 * @param between Receives M_{k−1}, …, M₁: k − 1 arrays of n events, GeV.
 * @see F. James, Monte Carlo Phase Space, CERN 68-15 (1968), for the recursion in M_j; L. Devroye,
 *  Non-Uniform Random Variate Generation, section XI.4 (Dirichlet)
 */
export function clusterMasses(
  random: RandomStream,
  heavy: Float64Array,
  light: Float64Array,
  between: readonly Float64Array[]
): void {
  if (between.length === 0) return;
  const sums = new Float64Array(between.length + 1);
  for (let i = 0; i < heavy.length; ++i) {
    let weight: number;
    do {
      addUp(random, sums);
      weight = setMasses(heavy[i], light[i], sums, between, i);
    } while (random.uniform() > weight);
  }
}

/** Sums of gaps, from one gap to all of them. */
function addUp(random: RandomStream, sums: Float64Array): void {
  let sum = 0;
  for (let k = 0; k < sums.length; ++k) {
    sum += random.exponential() + random.exponential();
    sums[k] = sum;
  }
}

/** Sets one event. @returns Π (M_j + M_{j−1})/(2 M_j). */
function setMasses(
  heavy: number,
  light: number,
  sums: Float64Array,
  between: readonly Float64Array[],
  i: number
): number {
  const last = between.length;
  const perSum = (heavy - light) / sums[last];
  let weight = 1;
  let above = heavy;
  for (let k = 0; k < last; ++k) {
    const mass = light + perSum * sums[last - 1 - k];
    between[k][i] = mass;
    weight *= (above + mass) / (2 * above);
    above = mass;
  }
  return (weight * (above + light)) / (2 * above);
}
