import type { RandomStream } from '@deelema/random';
import { WINDOW_WIDTHS } from './settings/common.mjs';

/** A resonance: where its mass peaks and how wide it is. */
export interface Resonance {
  /** Pole mass M, GeV. */
  readonly mass: number;
  /** Width Γ, GeV. */
  readonly width: number;
}

/**
 * Draws resonance masses from a relativistic Breit–Wigner.
 *
 *     dN/dm² ∝ 1 / [(m² − M²)² + M²Γ²],   |m − M| ≤ 15 Γ
 *
 * By inversion: m² = M² + MΓ tan φ with φ uniform between its values at the window's edges. A
 * width of 0 gives M itself.
 *
 * The window cuts 2 % of the full shape, far from the peak, where decay and production would bend
 * it anyway; full generators cut in the same place.
 *
 * @param random Where the draws come from: one per mass.
 * @param resonance Pole mass and width, GeV; 15 Γ must be less than M.
 * @param out Receives the masses, GeV.
 * @throws RangeError if the window reaches down to 0.
 * @see J. D. Jackson, Nuovo Cimento 34 (1964) 1644
 */
export function breitWignerMasses(
  random: RandomStream,
  { mass, width }: Resonance,
  out: Float64Array
): Float64Array {
  const [low, high] = massWindow({ mass, width });
  if (!(low > 0)) {
    throw new RangeError(
      `breitWignerMasses: ${WINDOW_WIDTHS} widths of ${width} GeV reach below 0 from ${mass} GeV, expected a narrower resonance.`
    );
  }
  if (width === 0) return out.fill(mass);
  const angle = (m: number): number => Math.atan((m * m - mass * mass) / (mass * width));
  const from = angle(low);
  const span = angle(high) - from;
  for (let i = 0; i < out.length; ++i) {
    const phi = from + span * random.uniform();
    out[i] = Math.sqrt(mass * mass + mass * width * Math.tan(phi));
  }
  return out;
}

/**
 * The window M ± 15 Γ that a resonance's mass is drawn from.
 *
 * @returns Lower and upper edge, GeV.
 */
export function massWindow({ mass, width }: Resonance): [number, number] {
  return [mass - WINDOW_WIDTHS * width, mass + WINDOW_WIDTHS * width];
}
