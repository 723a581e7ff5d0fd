import { normalBelow } from './normal.ts';
import { weightBetween } from './running-sums.ts';
import type { RunningSums } from './running-sums.ts';

/** How well a density describes a window. */
export interface Goodness {
  readonly chiSquared: number;
  readonly degreesOfFreedom: number;
  /** Probability of a χ² at least as large. */
  readonly probability: number;
}

/** What is compared with a spectrum. */
export interface Expected {
  /** Edges of the slices that bins are put together of. */
  readonly slices: readonly (readonly [from: number, to: number])[];
  /** The density at an edge, in parts of a bin: Σw of a bin. */
  readonly density: (edge: number) => number;
  /** Numbers that were fitted. */
  readonly parameters: number;
}

/** χ² of a window must have this probability. */
export const IMPROBABLE = 1e-3;

/** A bin of the test holds this many events at least: fewer are not Gaussian. */
const EXPECTED = 10;

/**
 * χ² of a window's content in bins of ten expected events or more.
 *
 *     χ² = Σ (W − E)² / (w E),   E the density's integral over the bin, w the weight of a typical event
 *
 * @param sums Running sums of the spectrum.
 * @param expected The density, and in which slices it is looked at.
 * @param weight Weight of a typical event.
 */
export function goodnessOf(
  sums: RunningSums,
  { slices, density, parameters }: Expected,
  weight: number
): Goodness {
  const bins: (readonly [observed: number, expected: number])[] = [];
  let [observed, expected] = [0, 0];
  for (const [from, to] of slices) {
    observed += weightBetween(sums, from, to);
    expected += (to - from) * density((from + to) / 2);
    if (expected < EXPECTED * weight) continue;
    bins.push([observed, expected]);
    [observed, expected] = [0, 0];
  }
  const last = bins.pop() ?? [0, 0];
  bins.push([last[0] + observed, last[1] + expected]);
  const terms = bins.map(([w, e]) => (e > 0 ? (w - e) ** 2 / (weight * e) : 0));
  const chiSquared = terms.reduce((sum, term) => sum + term, 0);
  const degreesOfFreedom = Math.max(1, bins.length - parameters);
  return { chiSquared, degreesOfFreedom, probability: upperTail(chiSquared, degreesOfFreedom) };
}

/**
 * Probability that χ² of n degrees of freedom is x or more, to a percent.
 *
 * @see E. B. Wilson, M. M. Hilferty, Proc. Natl. Acad. Sci. 17 (1931) 684
 */
function upperTail(x: number, n: number): number {
  const z = (Math.cbrt(x / n) - (1 - 2 / (9 * n))) / Math.sqrt(2 / (9 * n));
  return normalBelow(-z);
}
