import { curvatureErrors } from './maximum-errors.ts';
import { inside, maximumOf, type Maximum } from './maximum.ts';
import type { SampleLikelihood } from './sample-likelihood.ts';
import { highest, type Region, type Surface } from './surface.ts';

/** Points along each mass: some more than a cubic has coefficients, for the scatter of the draws. */
const POINTS = 5;

/** Events of a surface that only says where to look next, and their draws. */
const FEW_EVENTS = 500;
const FEW_DRAWS = 64;

/** Half of the last region in units of the error, at least. */
const REACH = 3;

/** The same in units of the error from one event: over less, the scatter of draws outweighs what it tells. */
const EVENT_REACH = 0.2;

/** How far from the centre of the last region its maximum may lie. */
const LIMIT = 0.6;

const MOST_SURFACES = 24;

/**
 * Finds the region in which ln L has its maximum and is followed by a cubic: on some events, then on all.
 *
 * @param likelihood Of the sample.
 * @param start Where to begin.
 * @param draws Draws per event of the last surface.
 * @returns The surface over it, of all events.
 * @throws RangeError if no maximum is found.
 */
export async function zoomToMaximum(
  likelihood: SampleLikelihood,
  start: Region,
  draws: number
): Promise<{ readonly surface: Surface; readonly maximum: Maximum }> {
  const all = likelihood.weights.length;
  const few = Math.min(all, FEW_EVENTS);
  let region = start;
  let last = false;
  for (let k = 0; k < MOST_SURFACES; ++k) {
    const events = last ? all : few;
    const surface = await likelihood.surface(region, {
      points: POINTS,
      events,
      draws: last ? draws : Math.min(draws, FEW_DRAWS),
    });
    const maximum = maximumOf(surface);
    if (last && maximum !== undefined && inside(maximum, LIMIT)) return { surface, maximum };
    if (maximum === undefined) {
      region = aroundHighest(surface);
      last = false;
    } else {
      const next = aroundMaximum(surface, maximum, events, all);
      last = fits(next, region) && inside(maximum, 1);
      region = next;
    }
  }
  throw new RangeError(
    `fitMasses: the likelihood has no maximum near m_A = ${region.mA}, m_B = ${region.mB} GeV; start elsewhere, or check that the settings are those of the events.`
  );
}

/** Whether a region is nearly as large as the one that it was found from. */
function fits(next: Region, { halfA, halfB }: Region): boolean {
  const ratios = [next.halfA / halfA, next.halfB / halfB];
  return ratios.every((ratio) => ratio > 0.5 && ratio < 1.5);
}

/** A closer look at the highest point. */
function aroundHighest({ region, grid, total }: Surface): Region {
  const best = highest(total);
  return {
    mA: grid.mA[Math.floor(best / grid.mB.length)],
    mB: grid.mB[best % grid.mB.length],
    halfA: 0.7 * region.halfA,
    halfB: 0.7 * region.halfB,
  };
}

/** The region that the errors ask for, as far as one can tell from this one. */
function aroundMaximum(surface: Surface, maximum: Maximum, events: number, all: number): Region {
  const { region } = surface;
  const errors = curvatureErrors(surface, maximum);
  const reach = Math.max(REACH * Math.sqrt(events / all), EVENT_REACH * Math.sqrt(events));
  return {
    mA: region.mA + maximum.x * region.halfA,
    mB: region.mB + maximum.y * region.halfB,
    halfA: Math.min(Math.max(reach * errors.mA, 0.4 * region.halfA), 1.5 * region.halfA),
    halfB: Math.min(Math.max(reach * errors.mB, 0.4 * region.halfB), 1.5 * region.halfB),
  };
}
