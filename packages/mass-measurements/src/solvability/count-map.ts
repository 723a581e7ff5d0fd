import type { AntlerEvents } from '@deelema/mass-variables';
import { SolvabilityMap, type SolvabilitySettings } from './solvability-map.ts';

/** Counts a sample, here or in other threads. */
export type MapCounter = (
  settings: SolvabilitySettings
) => SolvabilityMap | Promise<SolvabilityMap>;

/**
 * Makes a counter of events in memory.
 *
 * @param events The measured momenta: n events, GeV.
 * @param weights Their weights: length n; 1 each if omitted.
 */
export function countHere(events: AntlerEvents, weights?: Float64Array): MapCounter {
  return (settings) => {
    const map = new SolvabilityMap(settings);
    map.add(events, 0, weights);
    return map;
  };
}
