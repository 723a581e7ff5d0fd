import { singleEvent, singleMinimum, type AntlerEvent, type Minimum } from './antler-event.ts';
import type { Subsystem } from './antler-events.ts';
import { m2ConsColumns } from './m2-cons-columns.ts';
import type { Resonance } from './m2-cons/resonance.ts';
import type { TrialMass } from './variable.ts';

/**
 * M_2Cons of one event Y → A₁A₂ with a resonance of known mass, in GeV, with the invisible momenta that attain
 * it. For many events use `m2ConsColumns`.
 *
 * @param subsystem Which particles make up M_i: `ab` those of A, `b` those of B.
 * @param event The measured momenta, GeV.
 * @param mInvisible Trial mass of both invisible particles, or of each, GeV.
 * @param resonance Mass of Y, or √s of a collision; and its momentum along the beam, if known.
 * @returns Value, status, residual and momenta.
 * @throws RangeError if a mass or pz is no number it can be.
 * @see `m2ConsColumns`
 */
export function m2Cons(
  subsystem: Subsystem,
  event: AntlerEvent,
  mInvisible: TrialMass,
  resonance: Resonance
): Minimum {
  return singleMinimum(m2ConsColumns(subsystem, singleEvent(event), mInvisible, resonance));
}
