import { stream } from '@deelema/random';
import type { DensityDescription } from '../record/model-schema.ts';

/**
 * The points from which solutions of every event are looked for.
 *
 * They are the same for all events, so that an event's result depends on nothing but the event.
 *
 * @param solving Number of points, seed.
 * @param unknowns d: normal numbers per point.
 * @returns The points of one unknown one after the other: d S numbers.
 */
export function predictionNoise(
  { draws, seed, stream: name }: DensityDescription['solving'],
  unknowns: number
): Float32Array {
  const random = stream(seed, name);
  return Float32Array.from({ length: unknowns * draws }, () => random.normal());
}
