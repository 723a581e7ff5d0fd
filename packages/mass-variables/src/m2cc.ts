import { singleEvent, singleMinimum, type AntlerEvent, type Minimum } from './antler-event.ts';
import type { Subsystem } from './antler-events.ts';
import { m2ccColumns } from './m2cc-columns.ts';
import type { TrialMass } from './variable.ts';

/**
 * Constrained mass M_2CC of a subsystem of one antler event, in GeV, with the invisible momenta that
 * attain it. For many events use `m2ccColumns`.
 *
 * @param subsystem What is minimised: `ab` the mass of A, `b` that of B.
 * @param event The measured momenta, GeV.
 * @param mInvisible Trial mass of both invisible particles, or of each, GeV.
 * @returns Value, status, residual and momenta.
 * @throws RangeError if a trial mass is negative or not finite.
 * @see `m2ccColumns`
 */
export function m2cc(subsystem: Subsystem, event: AntlerEvent, mInvisible: TrialMass): Minimum {
  return singleMinimum(m2ccColumns(subsystem, singleEvent(event), mInvisible));
}
