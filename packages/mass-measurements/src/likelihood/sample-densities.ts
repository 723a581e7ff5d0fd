import { loadVisible, VISIBLE, type AntlerEvents } from '@deelema/mass-variables';
import { pairDensity, type PairDensity } from '@deelema/pair-production';
import { stream } from '@deelema/random';
import { EventDensity, SHIFTS } from './event-density.ts';
import type { LikelihoodSettings } from './settings.ts';
import type { TrialGrid } from './trial-grid.ts';

/** Events whose draws come from one random stream. */
const CHUNK = 1024;

/** Least and largest m_A that is asked for, GeV. */
export type PoleMasses = readonly [number, number];

/** What is wanted of a sample. */
export interface DensityRequest {
  readonly grid: TrialGrid;
  /** First event and the one after the last. */
  readonly range: readonly [number, number];
  /** Draws per event. */
  readonly draws: number;
}

/**
 * Evaluates densities, here or in other threads: those of `EventDensity`, of one event together.
 *
 * An event's depend on the event and its number alone, so that ranges can be shared out.
 */
export type DensityEvaluator = (request: DensityRequest) => Float64Array | Promise<Float64Array>;

/**
 * Makes an evaluator of events in memory.
 *
 * @param events The events: n, GeV.
 * @param settings What made them.
 * @param poleMasses Least and largest m_A that is asked for, GeV.
 */
export function evaluateHere(
  events: AntlerEvents,
  settings: LikelihoodSettings,
  poleMasses: PoleMasses
): DensityEvaluator {
  const pair = pairDensity({ ...settings.collider, poleMasses });
  return ({ grid, range, draws }) =>
    sampleDensities(events, grid, { ...settings, draws }, pair, range);
}

/**
 * Densities of the visible momenta of many events at trial masses.
 *
 * @param events The events: n, GeV.
 * @param grid Trial masses: m points.
 * @param settings What made the events.
 * @param pair Density of the pair over the trial masses.
 * @param range First event and the one after the last.
 * @returns The densities of `EventDensity`, those of one event together: 2 m numbers for each.
 */
function sampleDensities(
  events: AntlerEvents,
  grid: TrialGrid,
  settings: LikelihoodSettings,
  pair: PairDensity,
  [first, end]: readonly [number, number]
): Float64Array {
  const width = 2 * grid.factors.length;
  const out = new Float64Array((end - first) * width);
  const density = new EventDensity(settings, grid, pair);
  const row = new Float64Array(VISIBLE.length);
  let shifts = new Float64Array(0);
  let chunk = -1;
  for (let i = first; i < end; ++i) {
    if (Math.floor(i / CHUNK) !== chunk) {
      chunk = Math.floor(i / CHUNK);
      shifts = shiftsOf(settings.seed, chunk);
    }
    loadVisible(events, i, false, row);
    density.evaluate(row, shifts, (i - chunk * CHUNK) * SHIFTS, out, (i - first) * width);
  }
  return out;
}

/** Each event has its own, the same whatever else is evaluated. */
function shiftsOf(seed: number, chunk: number): Float64Array<ArrayBuffer> {
  const random = stream(seed, 'likelihood', chunk);
  return Float64Array.from({ length: CHUNK * SHIFTS }, () => random.uniform());
}
