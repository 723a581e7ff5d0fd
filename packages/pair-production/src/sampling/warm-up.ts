import { stream } from '@deelema/random';
import { cellMaxima } from './cell-maxima.ts';
import { cutIntoCells, type Cells, type Divisions } from './cells.ts';
import { integral, type Envelope } from './envelope.ts';
import { integrateBelow, type Integral } from './integrate-below.ts';
import { massSamples, type MassSettings } from './mass-settings.ts';
import { tiltAt, type MassTilt } from './mass-tilt.ts';
import { POINT, type ProductionWeight } from './production-weight.ts';

/** What is known of a weight before the first event. */
export interface WarmUp {
  /** Lies above weight / tilt. */
  readonly envelope: Envelope;
  readonly tilt: MassTilt;
  /** Of the weight; the mean over the masses. */
  readonly integral: Integral;
}

/** Boxes along √ŝ, rapidity and angle. */
const DIVISIONS: Divisions = [48, 26, 12];

/** Points of the Monte Carlo integral. */
const POINTS = 100_000;

/** What the heights have over the largest weight found. */
const MARGIN = 1.01;

/**
 * Explores a weight: encloses and integrates it.
 *
 * Looks at nine points of each box for several pairs of masses, then draws points below the envelope
 * found, which give the integral and raise the envelope where the weight tops it.
 *
 * @param weight The weight.
 * @param masses How masses are drawn.
 * @param seed Of a stream of its own, so that all workers come to the same.
 */
export function warmUp(weight: ProductionWeight, masses: MassSettings, seed: number): WarmUp {
  const random = stream(seed, 'generate', 'warm-up');
  const samples = massSamples(masses, random);
  const cells = cutIntoCells(densityAt(weight, typicalOf(samples)), DIVISIONS);
  const maxima = samples.map((pair) => cellMaxima(cells, weight, pair));
  const tilt = tiltOf(cells, samples, maxima);
  const heights = new Float64Array(cells.count);
  samples.forEach((pair, i) => {
    const scale = MARGIN / tiltAt(tilt, pair[0] + pair[1]);
    heights.forEach((height, cell) => (heights[cell] = Math.max(height, scale * maxima[i][cell])));
  });
  const found = integrateBelow({ cells, heights }, weight, masses, tilt, random, POINTS);
  const raised = heights.map((height, cell) => Math.max(height, MARGIN * found.largest[cell]));
  return { envelope: { cells, heights: raised }, tilt, integral: found.integral };
}

/** The lightest pair stands first; of others the median third. */
function typicalOf<T>(samples: readonly T[]): T {
  return samples.length > 2 ? samples[2] : samples[0];
}

function densityAt(
  weight: ProductionWeight,
  masses: Float64Array
): (q: number, v: number, c: number) => number {
  const point = new Float64Array(POINT.length);
  return (q, v, c) => {
    point[POINT.q] = q;
    point[POINT.v] = v;
    point[POINT.c] = c;
    weight(point, masses);
    return point[POINT.weight];
  };
}

/** The power that takes the envelope of the lightest pair to that of a typical one. */
function tiltOf(
  cells: Cells,
  samples: readonly Float64Array[],
  maxima: readonly Float64Array[]
): MassTilt {
  const [least, typical] = [samples[0], typicalOf(samples)].map((pair) => pair[0] + pair[1]);
  const [most, content] = [maxima[0], typicalOf(maxima)].map((heights) =>
    integral({ cells, heights })
  );
  const spread = Math.log(typical / least);
  return { least, power: spread > 1e-9 ? Math.max(0, Math.log(most / content) / spread) : 0 };
}
