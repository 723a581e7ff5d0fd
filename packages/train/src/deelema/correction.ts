import { gapsOfMasses, massesOfGaps } from '@deelema/deelema';
import type { Calibration } from './calibrate.ts';
import type { FittedMasses } from './measure.ts';
import { inverseResponse } from './response.ts';
import type { Conjecture } from './settings.ts';

/** How far simulated masses are displaced for the response: ln of a gap. */
const DISPLACEMENT = 0.1;

/** Simulates events with given masses and measures them, starting from given ones; GeV. */
export type Simulation = (
  masses: readonly number[],
  start: readonly number[]
) => Promise<FittedMasses>;

/** Masses of simulated events beside what the networks find. */
export interface Reference {
  readonly truth: readonly number[];
  readonly found: FittedMasses;
}

/**
 * Simulates, so many times, where the bias of the last simulation puts the masses.
 *
 *     θ_0 = θ̂,   θ_{k+1} = θ̂ − [fit(simulated at θ_k) − θ_k],   θ = ln gap
 *
 * @param fit m̂ of the measured events.
 * @param rounds How often to correct.
 * @param simulation Simulates and measures.
 * @param conjecture Topology and m_C.
 * @param log Told of each simulation.
 * @returns The last simulation.
 * @throws RangeError if a fit of simulated events did not converge.
 */
export async function approach(
  fit: FittedMasses,
  rounds: number,
  simulation: Simulation,
  conjecture: Conjecture,
  log: (line: string) => void
): Promise<Reference> {
  const { gaps, masses } = conversions(conjecture);
  let truth = fit.masses;
  for (let round = 1; ; ++round) {
    const found = await simulation(truth, fit.masses);
    log(`simulation ${round}: at ${list(truth)} GeV the networks find ${list(found.masses)}`);
    if (round > rounds) {
      checkConverged(found);
      return { truth, found };
    }
    const bias = difference(gaps(found.masses), gaps(truth));
    truth = masses(difference(gaps(fit.masses), bias));
  }
}

/**
 * Corrects a measurement by the last simulation and the response of the networks around it.
 *
 *     θ = θ_s + R⁻¹ [θ̂ − fit(simulated at θ_s)],   R_ij = ∂fit_i/∂θ_j,   θ = ln gap
 *
 * @param fit m̂ of the measured events.
 * @param reference Simulated at m_s, near the measured masses.
 * @param simulation Simulates and measures, with the same random numbers each time.
 * @param conjecture Topology and m_C.
 * @param log Told of the response and the result.
 * @throws RangeError if the networks do not respond, or a fit of simulated events did not converge.
 */
export async function correct(
  fit: FittedMasses,
  { truth, found }: Reference,
  simulation: Simulation,
  conjecture: Conjecture,
  log: (line: string) => void
): Promise<Pick<Calibration, 'fit' | 'simulated'>> {
  const { gaps, masses } = conversions(conjecture);
  const base = gaps(found.masses);
  const displaced: FittedMasses[] = [];
  for (const j of truth.keys()) {
    const moved = (from: readonly number[]): number[] =>
      masses(gaps(from).map((gap, i) => (i === j ? gap + DISPLACEMENT : gap)));
    const measured = await simulation(moved(truth), moved(found.masses));
    checkConverged(measured);
    displaced.push(measured);
  }
  const shifts = displaced.map((moved) => difference(gaps(moved.masses), base));
  const response = truth.map((_, i) => shifts.map((shift) => shift[i] / DISPLACEMENT));
  log(`response of the networks to the gaps: ${matrix(response)}`);
  const inverse = inverseResponse(response);
  if (inverse === undefined) {
    throw new RangeError('the networks do not follow the masses of simulated events');
  }
  const through = (from: FittedMasses): FittedMasses => {
    const corrected = (measured: readonly number[], beside: readonly number[]): number[] => {
      const shift = inverse(difference(gaps(measured), gaps(beside)));
      return masses(gaps(truth).map((gap, i) => gap + shift[i]));
    };
    return {
      ...from,
      masses: corrected(from.masses, found.masses),
      resampled: from.resampled.map((resample) => corrected(resample, found.masses)),
      folds: from.folds.map((fold, f) => corrected(fold, found.folds[f])),
    };
  };
  const result = through(fit);
  log(`corrected: ${list(result.masses)} GeV`);
  return { fit: result, simulated: through(found) };
}

function checkConverged({ converged }: FittedMasses): void {
  if (!converged) throw new RangeError('a fit of simulated events did not converge');
}

/** Masses, GeV, to the logarithms of their gaps and back. */
function conversions({ topology, mC }: Conjecture) {
  return {
    gaps: (masses: readonly number[]) => gapsOfMasses(topology, masses, mC),
    masses: (gaps: readonly number[]) => massesOfGaps(topology, gaps, mC),
  };
}

function difference(from: readonly number[], less: readonly number[]): number[] {
  return from.map((value, i) => value - less[i]);
}

function list(masses: readonly number[]): string {
  return masses.map((mass) => mass.toFixed(2)).join(' / ');
}

function matrix(rows: readonly (readonly number[])[]): string {
  return rows.map((row) => row.map((value) => value.toFixed(2)).join(' ')).join(' / ');
}
