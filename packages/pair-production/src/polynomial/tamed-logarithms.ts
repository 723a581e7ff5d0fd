import type { DensityPoints } from './density-points.ts';

/** How far below the largest density of its mass a logarithm is kept, and how far it falls at most. */
const KEPT = 6;
const DEEPEST = 14;

/**
 * Logarithms of a density that do not fall without end.
 *
 *     t(d) = d for d ≤ 6,   6 + 8 [1 − exp(−(d − 6)/8)] beyond,   d = greatest − logarithm
 *
 * No polynomial follows a logarithm to −∞, where the beams' energy ends; where next to no events are,
 * small is all that is asked for.
 *
 * @param points The density.
 * @returns n logarithms.
 */
export function tamedLogarithms({ logarithm, perMass }: DensityPoints): Float64Array {
  const tamed = new Float64Array(logarithm.length);
  for (let first = 0; first < tamed.length; first += perMass) {
    const ofMass = logarithm.subarray(first, first + perMass);
    const greatest = ofMass.reduce((most, x) => Math.max(most, x), -Infinity);
    ofMass.forEach((x, i) => (tamed[first + i] = greatest - depth(greatest - x)));
  }
  return tamed;
}

function depth(d: number): number {
  if (d <= KEPT) return d;
  const further = DEEPEST - KEPT;
  return KEPT - further * Math.expm1((KEPT - d) / further);
}
