import type { RandomStream } from '@deelema/random';
import { integral, pointSampler, type Envelope } from './envelope.ts';
import type { MassSettings } from './mass-settings.ts';
import { tiltAt, type MassTilt } from './mass-tilt.ts';
import { POINT, type ProductionWeight } from './production-weight.ts';

/** An integral by Monte Carlo. */
export interface Integral {
  readonly value: number;
  /** One standard error. */
  readonly error: number;
}

/**
 * Integrates a weight over the cube and the masses by points drawn below an envelope.
 *
 *     ∫w = ⟨w / height⟩ ∫height
 *
 * The envelope need not enclose the weight.
 *
 * @param envelope Where the points come from.
 * @param weight The weight.
 * @param masses How masses are drawn.
 * @param tilt What the envelope leaves out.
 * @param random Where the draws come from.
 * @param points How many.
 * @returns The integral, and by box the largest weight / tilt met.
 */
export function integrateBelow(
  envelope: Envelope,
  weight: ProductionWeight,
  { count, draw }: MassSettings,
  tilt: MassTilt,
  random: RandomStream,
  points: number
): { readonly integral: Integral; readonly largest: Float64Array } {
  const content = integral(envelope);
  const sample = pointSampler(envelope);
  const masses = new Float64Array(count);
  const point = new Float64Array(POINT.length);
  const largest = new Float64Array(envelope.cells.count);
  const values = new Float64Array(points);
  for (let k = 0; k < points; ++k) {
    const cell = sample(random, point);
    draw(random, masses);
    weight(point, masses);
    values[k] = (content * point[POINT.weight]) / envelope.heights[cell];
    const met = point[POINT.weight] / tiltAt(tilt, masses[0] + masses[1]);
    if (met > largest[cell]) largest[cell] = met;
  }
  return { integral: meanOf(values), largest };
}

function meanOf(values: Float64Array): Integral {
  const n = values.length;
  const value = values.reduce((total, each) => total + each, 0) / n;
  const squares = values.reduce((total, each) => total + (each - value) ** 2, 0);
  return { value, error: Math.sqrt(squares) / n };
}
