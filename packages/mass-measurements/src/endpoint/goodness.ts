import { lineValues, TERMS } from './broken-line.ts';
import type { Cut } from './cells.ts';
import { normalBelow } from './normal.ts';
import type { Profile } from './profile.ts';
import { weightBetween } from './running-sums.ts';
import type { RunningSums } from './running-sums.ts';

/** How well the lines describe the window. */
export interface Goodness {
  readonly chiSquared: number;
  readonly degreesOfFreedom: number;
  /** Probability of a χ² at least as large. */
  readonly probability: number;
}

/** A bin of the test holds this many events at least: fewer are not Gaussian. */
const EXPECTED = 10;

/** Slices of the window that bins are put together of, on either side of the endpoint. */
const SLICES = 30;

/**
 * χ² of the window's content in bins of ten expected events or more.
 *
 *     χ² = Σ (W − E)² / (w E),   E the lines' integral over the bin, w the weight of a typical event
 *
 * @param sums Running sums of the spectrum.
 * @param cut Window and endpoint.
 * @param profile The fitted lines.
 * @param weight Weight of a typical event.
 * @param parameters Numbers that were fitted.
 */
export function goodnessOf(
  sums: RunningSums,
  cut: Cut,
  profile: Profile,
  weight: number,
  parameters: number
): Goodness {
  const bins: (readonly [observed: number, expected: number])[] = [];
  let [observed, expected] = [0, 0];
  for (const [from, to] of slices(cut)) {
    observed += weightBetween(sums, from, to);
    expected += (to - from) * densityAt(profile, cut, (from + to) / 2);
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

/** None reaches across the endpoint. */
function slices({ low, at, high }: Cut): (readonly [from: number, to: number])[] {
  const side = (from: number, to: number) =>
    Array.from({ length: SLICES }, (_, k) => {
      const edge = (i: number) => Math.round(from + ((to - from) * i) / SLICES);
      return [edge(k), edge(k + 1)] as const;
    });
  return [...side(low, at), ...side(at, high)];
}

/** The fitted density, per bin. */
function densityAt({ edge, coefficients }: Profile, { low, at, high }: Cut, x: number): number {
  const values = new Float64Array(TERMS[edge.shape]);
  const lengths = { below: at - low, above: high - at, sigma: edge.sigma };
  lineValues(edge.shape, at - x, lengths, values, 0);
  return values.reduce((sum, value, j) => sum + value * coefficients[j], 0);
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
