/** What is known of the resonance Y → A₁A₂, or of the collision that makes the pair. */
export interface Resonance {
  /** Mass of Y, or √s of the collision, GeV. */
  readonly mass: number;
  /** Momentum of Y along the beam, GeV, where the beams fix it, as at a lepton collider. */
  readonly pz?: number;
}

/**
 * Checks a resonance.
 *
 * @param name The function that was called.
 * @throws RangeError if the mass is not positive and finite, or the momentum not finite.
 */
export function checkResonance(name: string, { mass, pz = 0 }: Resonance): void {
  if (!(mass > 0 && mass < Infinity)) {
    throw new RangeError(
      `${name}: the mass of the resonance is ${mass}, expected a finite number of GeV above 0.`
    );
  }
  if (!(Math.abs(pz) < Infinity)) {
    throw new RangeError(
      `${name}: pz of the resonance is ${pz}, expected a finite number of GeV; leave it out if it is not known.`
    );
  }
}
