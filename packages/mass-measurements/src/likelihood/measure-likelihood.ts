import { grv94lo } from '@deelema/parton-distributions';
import type { HardProcess } from '@deelema/pair-production';
import { fitMasses, type FitSettings, type MassFit } from './fit-masses.ts';
import { evaluateHere, type DensityEvaluator, type PoleMasses } from './sample-densities.ts';
import type { WeightedEvents } from './settings.ts';

/** What fixes a measurement, as plain values. */
export interface MeasureLikelihoodSettings extends Omit<FitSettings, 'collider'> {
  readonly process: HardProcess;
  /** √s of the proton beams together, GeV. */
  readonly beamEnergy: number;
}

/** Masses of a sample, as plain JSON. */
export interface LikelihoodMeasurement {
  readonly mA: { readonly value: number; readonly error: number };
  readonly mB: { readonly value: number; readonly error: number };
  readonly correlation: number;
  readonly events: number;
  readonly unsolvable: number;
  readonly logLikelihood: number;
  readonly details: Readonly<Record<string, string | Record<string, number> | null>>;
}

/**
 * Measures m_A and m_B of a sample, with GRV94 LO partons.
 *
 * @param events The sample: n events, GeV.
 * @param settings What made it.
 * @param evaluator Makes what evaluates the densities of the events; in this thread if omitted.
 * @returns Masses and errors, GeV.
 * @throws RangeError if there is no maximum to be found.
 * @see `fitMasses`
 */
export async function measureLikelihood(
  events: WeightedEvents,
  settings: MeasureLikelihoodSettings,
  evaluator?: (poleMasses: PoleMasses) => DensityEvaluator
): Promise<LikelihoodMeasurement> {
  const fit = await fitMasses(events, withPartons(settings), evaluator);
  return {
    mA: { value: fit.mA, error: fit.errors.mA },
    mB: { value: fit.mB, error: fit.errors.mB },
    correlation: fit.errors.correlation,
    events: fit.events,
    unsolvable: fit.unsolvable,
    logLikelihood: fit.logLikelihood,
    details: {
      method: fit.method,
      curvature: plain(fit.curvature),
      bootstrap: plain(fit.bootstrap),
      scatter: plain(fit.scatter),
    },
  };
}

/**
 * What evaluates the densities of the events for `measureLikelihood`, here; in as many threads as make one.
 *
 * @param events The sample: n events, GeV.
 * @param settings What made it.
 * @param poleMasses Least and largest m_A that is asked for, GeV.
 */
export function likelihoodEvaluator(
  events: WeightedEvents,
  settings: MeasureLikelihoodSettings,
  poleMasses: PoleMasses
): DensityEvaluator {
  return evaluateHere(events, withPartons(settings), poleMasses);
}

function withPartons({ process, beamEnergy, ...rest }: MeasureLikelihoodSettings): FitSettings {
  return { ...rest, collider: { process, beamEnergy, partons: grv94lo() } };
}

function plain(errors: MassFit['curvature']): Record<string, number> | null {
  return errors === null ? null : { ...errors };
}
