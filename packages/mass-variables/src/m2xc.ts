import { singleEvent, singleMinimum, type AntlerEvent, type Minimum } from './antler-event.ts';
import type { Subsystem } from './antler-events.ts';
import { m2xcColumns } from './m2xc-columns.ts';
import type { TrialMass } from './variable.ts';

/**
 * Constrained mass M_2XC of a subsystem of one antler event, in GeV, with the invisible momenta that
 * attain it. For many events use `m2xcColumns`.
 *
 * @param subsystem What is minimised: `ab` the mass of A, `b` that of B.
 * @param event The measured momenta, GeV.
 * @param mInvisible Trial mass of both invisible particles, or of each, GeV.
 * @returns Value, status, residual and momenta.
 * @throws RangeError if a trial mass is negative or not finite.
 * @see `m2xcColumns`
 */
export function m2xc(subsystem: Subsystem, event: AntlerEvent, mInvisible: TrialMass): Minimum {
  return singleMinimum(m2xcColumns(subsystem, singleEvent(event), mInvisible));
}
