import type { AntlerEvents } from '@deelema/mass-variables';
import { bootstrapEdges, type EdgeScatter } from './bootstrap-edges.ts';
import { countHere, type MapCounter } from './count-map.ts';
import { solvabilityCurve } from './solvability-curve.ts';
import type { MeasuredMass, SolvabilityMeasurement } from './measurement.ts';
import { EdgeFinder, type Edge } from './solvability-edge.ts';
import type { SolvabilityMap, SolvabilitySettings } from './solvability-map.ts';
import { axesOver, closerWindow, firstWindow, type MassWindow } from './window.ts';

/** Settings of the measurement. */
export interface MeasureSolvabilitySettings extends Pick<SolvabilitySettings, 'mC' | 'pairing'> {
  /** Where to look first; about the upper part of M_T2 if omitted. */
  readonly window?: MassWindow | undefined;
  /** Trial masses along either axis, 21 or more. */
  readonly points: number;
  /** Replicas for the errors. */
  readonly replicas: number;
  /** Of their random numbers. */
  readonly seed: number;
  /** Trial masses of C for a curve at the measured mass differences, GeV; no curve if omitted. */
  readonly curve?: readonly number[] | undefined;
}

/** A map with its edge. */
interface Look {
  readonly window: MassWindow;
  readonly map: SolvabilityMap;
  readonly finder: EdgeFinder;
  readonly edge: Edge | undefined;
}

/**
 * Share of the edge's resolution that its place is trusted to: the largest bias of closure tests, for
 * t t̄ with smeared jets and a fifth of the pairings wrong.
 */
const SHARE_OF_SIGMA = 0.25;

/** Most maps, and what a closer window must save. */
const MOST_LOOKS = 4;
const CLOSER = 0.75;

/**
 * Measures m_A and m_B at a known m_C by the edge of solvability.
 *
 * Counts the events with a solution over a map of trial masses, finds the edge, and looks closer until
 * the edge itself sets the scale. The errors are those of a bootstrap over 64 parts of the sample, and in
 * quadrature: one step of the map if the edge is sharper than that, a quarter of its resolution, and for
 * M_B the bend of the crest.
 *
 * Closure with a fifth of the pairings wrong and 1000 events: the toy within 0.1 GeV; t t̄ within 1 GeV in
 * spite of the widths. With jets smeared as in PRR 5, 043186, the edge lies low in M_A and high in M_B, by
 * 3.3 and 0.8 GeV for t t̄, which the errors cover; and by 2 and 7 GeV for the toy with a and b
 * smeared, twice the error of M_B. Cost: 1 µs per event, pair of trial masses and pairing.
 *
 * @param events The measured momenta: n events, GeV.
 * @param settings What to try.
 * @param weights Weights of the events: length n; 1 each if omitted.
 * @param count Counts the events over a map; in this thread if omitted.
 * @returns Masses, map and curve; masses are null, with a reason, where there is no edge.
 * @throws RangeError if a setting is out of range.
 * @see H.-C. Cheng et al., JHEP 12 (2007) 076, arXiv:0707.0030
 */
export async function measureSolvability(
  events: AntlerEvents,
  settings: MeasureSolvabilitySettings,
  weights?: Float64Array,
  count: MapCounter = countHere(events, weights)
): Promise<SolvabilityMeasurement> {
  checkSettings(settings);
  const looks = await lookCloser(
    count,
    settings,
    settings.window ?? firstWindow(events, settings.mC)
  );
  const last = looks[looks.length - 1];
  const measured = measure(last, settings);
  const steps = last?.edge && measured.mA.value !== null && differences(last.edge, settings);
  const { curve: masses, pairing } = settings;
  const curve = masses && steps && solvabilityCurve(events, masses, steps, pairing, weights);
  return {
    ...measured,
    events: events.ptmissX.length,
    map: looks.length === 0 ? { mA: [], mB: [], fractions: [] } : describeMap(looks[0].map),
    curve: masses && curve ? { mC: [...masses], fractions: [...curve].map(orNull) } : null,
    details: { pairing, passes: looks.length, ...measured.details },
  };
}

async function lookCloser(
  count: MapCounter,
  { mC, pairing, points }: MeasureSolvabilitySettings,
  first: MassWindow
): Promise<Look[]> {
  const looks: Look[] = [];
  let window = first;
  while (looks.length < MOST_LOOKS && [...window.mA, ...window.mB].every(Number.isFinite)) {
    const axes = axesOver(window, points);
    const map = await count({ axes, mC, pairing });
    const finder = new EdgeFinder(axes);
    const edge = finder.find(map.fractions());
    if (edge === undefined && looks.length > 0) break;
    looks.push({ window, map, finder, edge });
    if (edge === undefined) break;
    const closer = closerWindow(edge, window);
    if (width(closer) > CLOSER * width(window)) break;
    window = closer;
  }
  return looks;
}

function width({ mA }: MassWindow): number {
  return mA[1] - mA[0];
}

function measure(
  look: Look | undefined,
  { replicas, seed, points }: MeasureSolvabilitySettings
): Pick<SolvabilityMeasurement, 'mA' | 'mB' | 'correlation'> & {
  details: Omit<SolvabilityMeasurement['details'], 'pairing' | 'passes'>;
} {
  const window = look ? { mA: look.window.mA, mB: look.window.mB } : { mA: [], mB: [] };
  if (look?.edge === undefined) {
    const reason = 'The fractions have no edge within the trial masses.';
    const details = { window, resolution: null, bootstrap: null, systematic: null, reason };
    return { mA: NOTHING, mB: NOTHING, correlation: null, details };
  }
  const { edge, map, finder } = look;
  const scatter = bootstrapEdges(map, finder, replicas, seed);
  const systematic = systematicOf(edge, width(look.window) / (points - 1));
  return {
    mA: { value: edge.mA, error: orNull(Math.hypot(scatter.mA, systematic.mA)) },
    mB: { value: edge.mB, error: orNull(Math.hypot(scatter.mB, systematic.mB)) },
    correlation: orNull(scatter.correlation),
    details: {
      window,
      resolution: edge.sigma,
      bootstrap: scatter.found > 0 ? without(scatter) : null,
      systematic,
      reason: null,
    },
  };
}

function systematicOf({ sigma, slope, bend }: Edge, step: number): { mA: number; mB: number } {
  const mA = Math.hypot(sigma < step ? step : 0, SHARE_OF_SIGMA * sigma);
  return { mA, mB: Math.hypot(slope * mA, bend) };
}

const NOTHING: MeasuredMass = { value: null, error: null };

function without({ mA, mB, found }: EdgeScatter): { mA: number; mB: number; found: number } {
  return { mA, mB, found };
}

function differences(
  { mA, mB }: Edge,
  { mC }: MeasureSolvabilitySettings
): { fromA: number; fromB: number } {
  const mean = (mC[0] + mC[1]) / 2;
  return { fromA: mA - mean, fromB: mB - mean };
}

function describeMap(map: SolvabilityMap): SolvabilityMeasurement['map'] {
  const { axes, mC } = map.settings;
  const lightest = Math.max(...mC);
  const fractions = [...map.fractions()].map((fraction, k) => {
    const mA = axes.mA[k % axes.mA.length];
    const mB = axes.mB[Math.floor(k / axes.mA.length)];
    return mA > mB && mB > lightest ? orNull(fraction) : null;
  });
  return { mA: [...axes.mA], mB: [...axes.mB], fractions };
}

function orNull(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}

function checkSettings({ points, replicas }: MeasureSolvabilitySettings): void {
  if (!(Number.isInteger(points) && points >= 21)) {
    throw new RangeError(
      `measureSolvability: points is ${points}, expected an integer, 21 or more.`
    );
  }
  if (!(Number.isInteger(replicas) && replicas >= 0)) {
    throw new RangeError(
      `measureSolvability: replicas is ${replicas}, expected an integer, 0 or more.`
    );
  }
}
