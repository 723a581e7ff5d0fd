import { crests, type Crests } from './crests.ts';
import { KinkFit, type Kink } from './kink-fit.ts';
import type { MassAxes } from './solvability-map.ts';

/** Where a map of fractions has its edge. */
export interface Edge {
  /** The masses, GeV. */
  readonly mA: number;
  readonly mB: number;
  /** σ of the Gaussian that smears the edge along M_A, GeV. */
  readonly sigma: number;
  /** dM_B/dM_A of the crest above the edge. */
  readonly slope: number;
  /** How far the crest itself is from M_B at the edge, GeV: 0 unless smearing bends it. */
  readonly bend: number;
}

/** Least number of crests that a kink is looked for in. */
const FEWEST = 12;

/** Crests above the kink, in units of its σ and in steps, that say what M_B belongs to it. */
const SIGMAS_ABOVE = 3;
const STEPS_ABOVE = 6;
const FEWEST_ABOVE = 3;

/** Least ratio of the mean slopes below the edge and past it: 2 or more with smeared jets. */
const STEEPER = 1.5;
const SIGMAS_PAST = 2;

/**
 * Finds the edge of maps over the same axes.
 *
 * The fractions form a crest over M_A, M_B(M_A). Along it they rise steeply up to the true masses and
 * hardly change above: a kink, which gives M_A. M_B is that of a straight line through the crest above
 * the kink, followed down to it.
 */
export class EdgeFinder {
  readonly #axes: MassAxes;
  /** By number of crests. */
  readonly #fits = new Map<number, KinkFit>();

  /** @param axes Trial masses, both in even steps. */
  constructor(axes: MassAxes) {
    this.#axes = axes;
  }

  /**
   * @param fractions Of (mA[i], mB[j]) at `j * mA.length + i`.
   * @returns The edge; undefined if there is none within the axes.
   */
  find(fractions: Float64Array): Edge | undefined {
    const found = crests(this.#axes, fractions);
    if (found.end - found.first < FEWEST) return undefined;
    const kink = this.#kinkOf(found);
    if (kink === undefined || !this.#bends(found, kink)) return undefined;
    return { mA: kink.at, sigma: kink.sigma, ...this.#follow(found, kink) };
  }

  /** The kink of the crest, GeV. */
  #kinkOf({ first, end, height }: Crests): Kink | undefined {
    const { mA } = this.#axes;
    const points = end - first;
    const fit = this.#fits.get(points) ?? new KinkFit(points);
    this.#fits.set(points, fit);
    const kink = fit.fit(height.slice(first, end));
    const step = mA[1] - mA[0];
    return kink && { ...kink, at: mA[first] + step * kink.at, sigma: step * kink.sigma };
  }

  /** Whether the crest rises much more steeply below a kink than above it. */
  #bends({ first, end, height }: Crests, { at, sigma }: Kink): boolean {
    const { mA } = this.#axes;
    const step = mA[1] - mA[0];
    const middle = Math.round((at - mA[0]) / step);
    const past = Math.min(middle + Math.ceil((SIGMAS_PAST * sigma) / step), end - FEWEST_ABOVE);
    const below = (height[middle] - height[first]) / (middle - first);
    const above = (height[end - 1] - height[past]) / (end - 1 - past);
    return below > STEEPER * Math.max(above, 0);
  }

  /** The straight line through the crest above a kink, at the kink. */
  #follow({ first, end, mB }: Crests, kink: Kink): Pick<Edge, 'mB' | 'slope' | 'bend'> {
    const { mA } = this.#axes;
    const step = mA[1] - mA[0];
    const begin = Math.min(Math.ceil((kink.at - mA[0]) / step), end - FEWEST_ABOVE);
    const above = Math.max(SIGMAS_ABOVE * kink.sigma, STEPS_ABOVE * step);
    const { value, slope } = straightLine(
      mA.subarray(begin, end).map((mass) => mass - kink.at),
      mB.subarray(begin, end),
      above
    );
    const nearest = Math.min(Math.max(Math.round((kink.at - mA[0]) / step), first), end - 1);
    const bend = mB[nearest] - (value + slope * (mA[nearest] - kink.at));
    return { mB: value, slope, bend };
  }
}

/** Least squares over x up to a largest one: value at 0 and slope. */
function straightLine(
  x: Float64Array,
  y: Float64Array,
  largest: number
): { value: number; slope: number } {
  let [n, sx, sy, sxx, sxy] = [0, 0, 0, 0, 0];
  for (let i = 0; i < x.length; ++i) {
    if (x[i] > largest && n >= FEWEST_ABOVE) break;
    n += 1;
    sx += x[i];
    sy += y[i];
    sxx += x[i] * x[i];
    sxy += x[i] * y[i];
  }
  const norm = n * sxx - sx * sx;
  return { value: (sy * sxx - sx * sxy) / norm, slope: (n * sxy - sx * sy) / norm };
}
