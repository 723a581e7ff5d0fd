/** Largest correction of a logarithm for the spread of its draws: beyond, its estimate is none. */
const MOST_CORRECTION = 0.5;

/**
 * Log-likelihood of each event at each point.
 *
 *     ℓ = ln[(1 − ε) p + ε o],   o = density of an outlier: the event's mean over a wide range of masses
 *
 * ln of a mean of draws is too low by half its relative variance; the halves tell by how much, and
 * 2 ℓ(all) − (ℓ(even) + ℓ(odd))/2 is right to the next order.
 *
 * @param densities Of each point twice, from even and odd draws, those of an event together: 2 n m numbers.
 * @param outliers o of each event: n numbers; 0 where it has no solution anywhere.
 * @param share ε.
 * @returns n m numbers; 0 for events without any density.
 */
export function logTerms(
  densities: Float64Array,
  outliers: Float64Array,
  share: number
): Float64Array {
  const points = densities.length / (2 * outliers.length);
  const terms = new Float64Array(densities.length / 2);
  for (let i = 0, j = 0; i < outliers.length; ++i) {
    const floor = share * outliers[i];
    for (const end = j + points; j < end; ++j) {
      if (!(floor > 0)) continue;
      const even = (1 - share) * densities[2 * j] + floor;
      const odd = (1 - share) * densities[2 * j + 1] + floor;
      const all = Math.log(0.5 * (even + odd));
      const correction = all - 0.5 * (Math.log(even) + Math.log(odd));
      terms[j] = all + Math.min(correction, MOST_CORRECTION);
    }
  }
  return terms;
}

/**
 * Mean density of each event over all points.
 *
 * @param densities As in `logTerms`.
 * @param events Number of events n.
 * @returns n numbers.
 */
export function meanDensities(densities: Float64Array, events: number): Float64Array {
  const width = densities.length / events;
  return Float64Array.from({ length: events }, (_, i) => {
    let sum = 0;
    for (let j = i * width; j < (i + 1) * width; ++j) sum += densities[j];
    return sum / width;
  });
}

/**
 * Adds the terms of all events up.
 *
 *     ln L = Σ w_i ℓ_i
 *
 * @param terms From `logTerms`.
 * @param weights Of the events: n numbers.
 * @returns ln L at each point.
 */
export function total(terms: Float64Array, weights: Float64Array): Float64Array {
  const points = terms.length / weights.length;
  const sums = new Float64Array(points);
  for (let i = 0, at = 0; i < weights.length; ++i) {
    for (let j = 0; j < points; ++j, ++at) sums[j] += weights[i] * terms[at];
  }
  return sums;
}
