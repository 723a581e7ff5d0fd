import type { RandomStream } from '@deelema/random';
import { pointSampler } from './envelope.ts';
import type { MassSettings } from './mass-settings.ts';
import { tiltAt } from './mass-tilt.ts';
import { POINT, type ProductionWeight } from './production-weight.ts';
import type { WarmUp } from './warm-up.ts';

/** How n pairs A₁A₂ leave the collision. */
export interface Pairs {
  /** √ŝ, invariant mass of the pair: n events, GeV. */
  readonly mass: Float64Array;
  /** Rapidity of the pair along the beam: n events. */
  readonly rapidity: Float64Array;
  /** Cosine of the angle between A₁ and parton 1, which moves along +z, in the pair's frame. */
  readonly cosTheta: Float64Array;
  /** What the pair was made from: n events, 0 g g, 1 q q̄ (the quark on either side alike). */
  readonly channel: Uint8Array;
  /** What the mass drawer drew: `count` arrays of n events, GeV; A₁, A₂, then the drawer's own. */
  readonly masses: readonly Float64Array[];
}

/** Pairs, with what it took to draw them. */
export interface PairSample extends Pairs {
  /** How many pairs were proposed, one set of masses each. */
  readonly proposals: number;
  /** How many of the n events had a weight above the maximum: they should stand there more than once. */
  readonly overweight: number;
  /** Largest weight of an event in units of the maximum: 1 at most unless some are overweight. */
  readonly largestWeight: number;
}

/**
 * Draws pairs.
 *
 * @param random Where the draws come from.
 * @param n How many.
 * @param over An earlier sample that is no longer wanted: its memory is used again if it has n pairs.
 * @throws RangeError if masses below the least are drawn.
 */
export type PairDraw = (random: RandomStream, n: number, over?: Pairs) => PairSample;

/**
 * Makes a sampler of unweighted pairs.
 *
 * Accept–reject in two steps: masses with probability h, their tilt, before the weight is computed;
 * then the point with probability (w / h) / height.
 *
 * @param weight The weight w.
 * @param masses How masses are drawn.
 * @param explored The envelope of w / h.
 */
export function pairSampler(
  weight: ProductionWeight,
  { count, draw }: MassSettings,
  { envelope, tilt }: WarmUp
): PairDraw {
  const propose = pointSampler(envelope);
  const { heights } = envelope;
  const trial = new Float64Array(count);
  const point = new Float64Array(POINT.length);
  return (random, n, over) => {
    const room = over?.mass.length === n ? over : zeroPairs(n, count);
    const { mass, rapidity, cosTheta, channel, masses } = room;
    let proposals = 0;
    let overweight = 0;
    let largestWeight = 0;
    for (let i = 0; i < n;) {
      ++proposals;
      draw(random, trial);
      const sum = trial[0] + trial[1];
      if (!(sum >= tilt.least * (1 - ROUNDING))) throw tooLight(sum, tilt.least);
      const h = tiltAt(tilt, sum);
      const chance = random.uniform();
      if (chance >= h) continue;
      const cell = propose(random, point);
      weight(point, trial);
      const found = point[POINT.weight];
      if (!(chance * heights[cell] < found)) continue;
      const relative = found / (h * heights[cell]);
      if (relative > 1) ++overweight;
      if (relative > largestWeight) largestWeight = relative;
      // One number serves three choices: two signs, then what it has left for the channel.
      const four = 4 * random.uniform();
      const quarter = Math.floor(four);
      mass[i] = point[POINT.mass];
      rapidity[i] = quarter & 1 ? -point[POINT.rapidity] : point[POINT.rapidity];
      cosTheta[i] = quarter & 2 ? -point[POINT.c] : point[POINT.c];
      channel[i] = four - quarter < point[POINT.gluonShare] ? 0 : 1;
      for (let k = 0; k < count; ++k) masses[k][i] = trial[k];
      ++i;
    }
    return { mass, rapidity, cosTheta, channel, masses, proposals, overweight, largestWeight };
  };
}

function zeroPairs(n: number, count: number): Pairs {
  const [mass, rapidity, cosTheta] = [0, 1, 2].map(() => new Float64Array(n));
  const masses = Array.from({ length: count }, () => new Float64Array(n));
  return { mass, rapidity, cosTheta, channel: new Uint8Array(n), masses };
}

/** How far below the least mass rounding may take a draw, relative. */
const ROUNDING = 1e-9;

function tooLight(sum: number, least: number): RangeError {
  return new RangeError(
    `pairProduction: masses of ${sum} GeV together were drawn, expected ${least} GeV at least.`
  );
}
