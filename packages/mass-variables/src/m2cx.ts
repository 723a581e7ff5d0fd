import { singleEvent, singleMinimum, type AntlerEvent, type Minimum } from './antler-event.ts';
import type { Subsystem } from './antler-events.ts';
import { m2cxColumns } from './m2cx-columns.ts';
import type { TrialMass } from './variable.ts';

/**
 * Mass M_2CX of a subsystem of one antler event, in GeV, with the invisible momenta that
 * attain it. For many events use `m2cxColumns`.
 *
 * @param subsystem What is minimised: `ab` the mass of A, `b` that of B.
 * @param event The measured momenta, GeV.
 * @param mInvisible Trial mass of both invisible particles, or of each, GeV.
 * @returns Value, status, residual and momenta.
 * @throws RangeError if a trial mass is negative or not finite.
 * @see `m2cxColumns`
 */
export function m2cx(subsystem: Subsystem, event: AntlerEvent, mInvisible: TrialMass): Minimum {
  return singleMinimum(m2cxColumns(subsystem, singleEvent(event), mInvisible));
}
