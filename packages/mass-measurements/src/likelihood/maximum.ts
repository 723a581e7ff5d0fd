import type { RandomStream } from '@deelema/random';
import { bootstrapErrors } from './bootstrap.ts';
import { massErrors, type MassErrors } from './covariance.ts';
import {
  derivatives,
  dot,
  newtonStep,
  polynomialFit,
  QUADRATIC_TERMS,
  TERMS,
} from './polynomial.ts';
import type { SampleLikelihood } from './sample-likelihood.ts';
import { coordinates, highest, type Region, type Surface } from './surface.ts';

/** Points along each mass. */
const POINTS = 7;

/** Events of the first surface; each next one has twice as many. */
const FIRST_EVENTS = 500;

/** Draws of a surface that only says where to look next. */
const FEW_DRAWS = 256;

/** Half of the last region in units of the error, at least. */
const REACH = 3;

/** The same in units of what one event tells: over less, the spread of draws outweighs what is seen. */
const EVENT_REACH = 0.2;

const MOST_SURFACES = 14;

/** The maximum of a surface, in units of its region. */
export interface Maximum {
  readonly x: number;
  readonly y: number;
  /** Coefficients of the polynomial that follows the surface. */
  readonly cubic: Float64Array;
  /** What makes them of the points. */
  readonly fit: readonly Float64Array[];
}

/**
 * Finds the region in which ln L has its maximum and is followed by a cubic.
 *
 * @param likelihood Of the sample.
 * @param start Where to begin.
 * @param draws Draws per event of the last surface.
 * @param least Least half of the region along m_A and m_B, GeV: over less, draws look rough.
 * @returns The surface over it, of all events.
 * @throws RangeError if no maximum is found.
 */
export function zoomToMaximum(
  likelihood: SampleLikelihood,
  start: Region,
  draws: number,
  least: readonly [number, number]
): { readonly surface: Surface; readonly maximum: Maximum } {
  const all = likelihood.weights.length;
  let region = start;
  let events = Math.min(all, FIRST_EVENTS);
  let last = false;
  for (let k = 0; k < MOST_SURFACES; ++k) {
    const few = Math.min(draws, FEW_DRAWS);
    const surface = likelihood.surface(region, {
      points: POINTS,
      events: last ? all : events,
      draws: last ? draws : few,
    });
    const maximum = maximumOf(surface);
    if (last && maximum !== undefined && inside(maximum, 0.7)) return { surface, maximum };
    const next = nextRegion(surface, maximum, (last ? all : events) / all, all, least);
    last = next.final;
    region = widened(next.region, least);
    events = Math.min(all, 2 * events);
  }
  throw new RangeError(
    `fitMasses: the likelihood has no maximum near m_A = ${region.mA}, m_B = ${region.mB} GeV; start elsewhere, or check that the settings are those of the events.`
  );
}

function widened(region: Region, [leastA, leastB]: readonly [number, number]): Region {
  return {
    ...region,
    halfA: Math.max(region.halfA, leastA),
    halfB: Math.max(region.halfB, leastB),
  };
}

function inside({ x, y }: Maximum, limit: number): boolean {
  return Math.abs(x) < limit && Math.abs(y) < limit;
}

function nextRegion(
  surface: Surface,
  maximum: Maximum | undefined,
  share: number,
  all: number,
  least: readonly [number, number]
): { readonly region: Region; readonly final: boolean } {
  const { region, grid } = surface;
  const { halfA, halfB } = region;
  if (maximum === undefined) {
    const best = highest(surface.total);
    const mA = grid.mA[Math.floor(best / grid.mB.length)];
    const mB = grid.mB[best % grid.mB.length];
    return { region: { mA, mB, halfA: 0.7 * halfA, halfB: 0.7 * halfB }, final: false };
  }
  const errors = curvatureErrors(surface, maximum);
  const reach = Math.max(REACH, EVENT_REACH * Math.sqrt(all)) * Math.sqrt(share);
  const wantedA = reach * errors.mA;
  const wantedB = reach * errors.mB;
  const final =
    Math.max(wantedA, least[0]) > 0.5 * halfA && Math.max(wantedB, least[1]) > 0.5 * halfB;
  return {
    region: {
      mA: region.mA + maximum.x * halfA,
      mB: region.mB + maximum.y * halfB,
      halfA: Math.min(Math.max(wantedA, 0.4 * halfA), 1.5 * halfA),
      halfB: Math.min(Math.max(wantedB, 0.4 * halfB), 1.5 * halfB),
    },
    final,
  };
}

/**
 * The maximum of the cubic through a surface or, where that has none inside, of the quadratic.
 *
 * @param surface The surface.
 * @returns The maximum; undefined where neither has one inside.
 */
export function maximumOf(surface: Surface): Maximum | undefined {
  return topOf(surface, TERMS) ?? topOf(surface, QUADRATIC_TERMS);
}

function topOf(surface: Surface, terms: number): Maximum | undefined {
  const { x: allX, y: allY } = coordinates(surface);
  const fit = polynomialFit(allX, allY, terms);
  const cubic = Float64Array.from(fit, (row) => dot(row, surface.total));
  let [x, y] = [0, 0];
  for (let k = 0; k < 30; ++k) {
    const step = newtonStep(derivatives(cubic, x, y));
    if (step === undefined) return undefined;
    const shorter = Math.min(1, 0.5 / Math.max(Math.abs(step[0]), Math.abs(step[1]), 1e-300));
    x += shorter * step[0];
    y += shorter * step[1];
    if (!(Math.abs(x) < 1 && Math.abs(y) < 1)) return undefined;
  }
  return { x, y, cubic, fit };
}

/**
 * Errors from the curvature at the maximum.
 *
 *     (−∂² ln L)⁻¹
 *
 * @param surface The surface.
 * @param maximum Its maximum.
 * @returns Errors, GeV.
 */
export function curvatureErrors({ region }: Surface, { x, y, cubic }: Maximum): MassErrors {
  const { xx, xy, yy } = derivatives(cubic, x, y);
  const det = xx * yy - xy * xy;
  return inGeV(massErrors({ aa: -yy / det, ab: xy / det, bb: -xx / det }), region);
}

/**
 * Errors from samples drawn with replacement.
 *
 * @param surface The surface.
 * @param maximum Its maximum.
 * @param weights Of the events: n numbers.
 * @param random Where the draws come from.
 * @returns Errors, GeV.
 */
export function resampledErrors(
  surface: Surface,
  maximum: Maximum,
  weights: Float64Array,
  random: RandomStream
): MassErrors {
  const { x, y, cubic } = maximum;
  const slopes = eventSlopes(surface, maximum, weights.length);
  const curvature = derivatives(cubic, x, y);
  return inGeV(bootstrapErrors(curvature, ...slopes, weights, random), surface.region);
}

function inGeV({ mA, mB, correlation }: MassErrors, { halfA, halfB }: Region): MassErrors {
  return { mA: mA * halfA, mB: mB * halfB, correlation };
}

/** Slopes are linear in the values at the points: one row of weights for each of the two. */
function eventSlopes(
  { terms }: Surface,
  { x, y, fit }: Maximum,
  n: number
): [Float64Array, Float64Array] {
  const points = terms.length / n;
  const slopeX = new Float64Array(n);
  const slopeY = new Float64Array(n);
  const c = new Float64Array(TERMS);
  for (let j = 0; j < points; ++j) {
    fit.forEach((row, k) => (c[k] = row[j]));
    const d = derivatives(c, x, y);
    for (let i = 0; i < n; ++i) {
      slopeX[i] += d.x * terms[i * points + j];
      slopeY[i] += d.y * terms[i * points + j];
    }
  }
  return [slopeX, slopeY];
}
