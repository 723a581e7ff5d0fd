import { grv94lo } from '@deelema/parton-distributions';
import type { HardProcess } from '@deelema/pair-production';
import { fitMasses, type FitSettings, type MassFit } from './fit-masses.ts';
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
 * @returns Masses and errors, GeV.
 * @throws RangeError if there is no maximum to be found.
 * @see `fitMasses`
 */
export async function measureLikelihood(
  events: WeightedEvents,
  settings: MeasureLikelihoodSettings
): Promise<LikelihoodMeasurement> {
  const { process, beamEnergy, ...rest } = settings;
  const collider = { process, beamEnergy, partons: grv94lo() };
  const fit = await fitMasses(events, { ...rest, collider });
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
    },
  };
}

function plain(errors: MassFit['curvature']): Record<string, number> | null {
  return errors === null ? null : { ...errors };
}
