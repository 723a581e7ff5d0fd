import { loadVisible, VISIBLE, type AntlerEvents } from '@deelema/mass-variables';
import type { PairDensity } from '@deelema/pair-production';
import { stream } from '@deelema/random';
import { DRAW } from './draws.ts';
import { EventDensity } from './event-density.ts';
import type { LikelihoodSettings } from './settings.ts';
import type { TrialGrid } from './trial-grid.ts';

/** Events whose draws come from one random stream. */
const CHUNK = 1024;

/**
 * Densities of the visible momenta of many events at trial masses.
 *
 * @param events The events: n, GeV.
 * @param range First event and the one after the last.
 * @param grid Trial masses: m points.
 * @param settings What made the events.
 * @param pair Density of the pair over the trial masses.
 * @param out Receives the densities of `EventDensity`, those of one event together: n · m numbers.
 * @returns `out`.
 */
export function sampleDensities(
  events: AntlerEvents,
  grid: TrialGrid,
  settings: LikelihoodSettings,
  pair: PairDensity,
  [first, end]: readonly [number, number] = [0, events.ptmissX.length]
): Float64Array {
  const count = grid.factors.length;
  const out = new Float64Array(2 * (end - first) * count);
  const density = new EventDensity(settings, pair);
  const row = new Float64Array(VISIBLE.length);
  let shifts = new Float64Array(0);
  let chunk = -1;
  for (let i = first; i < end; ++i) {
    if (Math.floor(i / CHUNK) !== chunk) {
      chunk = Math.floor(i / CHUNK);
      shifts = shiftsOf(settings.seed, chunk);
    }
    loadVisible(events, i, false, row);
    const from = (i - chunk * CHUNK) * DRAW.length;
    density.evaluate(row, grid, shifts, from, out, 2 * (i - first) * count);
  }
  return out;
}

/** Each event has its own, the same whatever else is evaluated. */
function shiftsOf(seed: number, chunk: number): Float64Array<ArrayBuffer> {
  const random = stream(seed, 'likelihood', chunk);
  return Float64Array.from({ length: CHUNK * DRAW.length }, () => random.uniform());
}
