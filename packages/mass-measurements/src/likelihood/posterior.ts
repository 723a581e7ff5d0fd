import { massErrors, spread, type MassErrors } from './covariance.ts';
import type { SampleLikelihood } from './sample-likelihood.ts';
import { highest, type Region, type Surface } from './surface.ts';

/** Points along each mass. */
const POINTS = 15;

/** Events of the first surface; once it has settled there are eight times as many. */
const FIRST_EVENTS = 300;

/** Half of the last region in units of the standard deviation. */
const REACH = 3.5;

/** Least standard deviation in units of a step that counts as resolved. */
const RESOLVED = 0.7;

const MOST_SURFACES = 40;

/** Masses by their posterior distribution. */
export interface Posterior {
  readonly surface: Surface;
  /** Mean, GeV. */
  readonly mA: number;
  readonly mB: number;
  /** Standard deviations, GeV. */
  readonly errors: MassErrors;
}

/**
 * Mean and spread of the posterior distribution with an even prior, for narrow antlers.
 *
 *     θ = ∫ θ L dθ / ∫ L dθ
 *
 * The density of perfectly measured narrow antlers ends abruptly, and rises like an inverse root towards
 * the ends: ln L has spikes and no curvature, and errors fall faster than 1/√n. The mean is the best
 * estimate there (Pitman), and the spread covers.
 *
 * @param likelihood Of the sample.
 * @param start Where to begin.
 * @returns The posterior, over a region that fits it.
 * @throws RangeError if it does not settle.
 */
export async function zoomToPosterior(
  likelihood: SampleLikelihood,
  start: Region
): Promise<Posterior> {
  const all = likelihood.weights.length;
  let region = start;
  let events = Math.min(all, FIRST_EVENTS);
  for (let k = 0; k < MOST_SURFACES; ++k) {
    const surface = await likelihood.surface(region, { points: POINTS, events, draws: 1 });
    const { mean, errors } = momentsOf(surface);
    const next = nextRegion(surface, mean, errors);
    const settled = fits(errors.mA, region.halfA) && fits(errors.mB, region.halfB);
    if (settled && events === all) return { surface, mA: mean[0], mB: mean[1], errors };
    region = next;
    if (settled) events = Math.min(all, 8 * events);
  }
  throw new RangeError(
    `fitMasses: the likelihood does not settle near m_A = ${region.mA}, m_B = ${region.mB} GeV; start elsewhere, or check that the settings are those of the events.`
  );
}

function momentsOf({ grid, total }: Surface): {
  readonly mean: readonly [number, number];
  readonly errors: MassErrors;
} {
  const largest = total[highest(total)];
  const weights = total.map((value) => Math.exp(value - largest));
  const x = total.map((_, k) => grid.mA[Math.floor(k / grid.mB.length)]);
  const y = total.map((_, k) => grid.mB[k % grid.mB.length]);
  const { mean, covariance } = spread(x, y, weights);
  return { mean, errors: massErrors(covariance) };
}

function fits(error: number, half: number): boolean {
  return half > 0.6 * REACH * error && half < 1.7 * REACH * error;
}

function nextRegion(
  { region }: Surface,
  [mA, mB]: readonly [number, number],
  errors: MassErrors
): Region {
  return {
    mA,
    mB,
    halfA: nextHalf(region.halfA, errors.mA),
    halfB: nextHalf(region.halfB, errors.mB),
  };
}

function nextHalf(half: number, error: number): number {
  const step = (2 * half) / POINTS;
  if (error < RESOLVED * step) return 2 * step;
  return Math.min(REACH * error, 1.5 * half);
}
