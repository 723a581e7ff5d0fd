import type { FourMomenta } from '@deelema/kinematics';

/**
 * Mean energy of a visible particle in the canonical frame: a scale for the numbers of a network.
 *
 *     ⟨√((ΣE)² − (Σp_z)²)⟩ / number of visible particles
 *
 * @param visible Visible particles by role: n events, one or more, GeV.
 * @returns GeV.
 * @throws RangeError if there are no particles or no events, or if the mean is no positive number.
 */
export function frameUnit(visible: Readonly<Record<string, FourMomenta>>): number {
  const particles = Object.values(visible);
  const n = particles.at(0)?.e.length ?? 0;
  let sum = 0;
  for (let i = 0; i < n; ++i) {
    let [forward, backward] = [0, 0];
    for (const { e, pz } of particles) {
      forward += e[i] + pz[i];
      backward += e[i] - pz[i];
    }
    sum += Math.sqrt(forward * backward);
  }
  const unit = sum / (n * particles.length);
  if (!(unit > 0 && unit < Infinity)) {
    throw new RangeError(
      `frameUnit: the mean energy of ${particles.length} visible particles in ${n} events is ${unit} GeV, expected one above 0.`
    );
  }
  return unit;
}
