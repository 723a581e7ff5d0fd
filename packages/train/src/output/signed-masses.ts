import type { Momenta } from '@deelema/deelema';
import { mass } from '@deelema/kinematics';

/**
 * Signed invariant masses of a sum of particles, in double precision.
 *
 *     m = sign(s) √|s|,   s = (ΣE)² − |Σp|²
 *
 * @param particles Four-momenta of the same n events each, GeV.
 * @returns n events, GeV; −√|s| where s < 0.
 */
export function signedMasses(particles: readonly Momenta<Float64Array>[]): Float64Array {
  const sum = (key: keyof Momenta<unknown>): Float64Array => {
    const total = Float64Array.from(particles[0][key]);
    for (const particle of particles.slice(1)) {
      const column = particle[key];
      for (let i = 0; i < total.length; ++i) total[i] += column[i];
    }
    return total;
  };
  const [e, px, py, pz] = [sum('e'), sum('px'), sum('py'), sum('pz')];
  return e.map((energy, i) => mass(energy, px[i], py[i], pz[i]));
}
