import { checkLength, type FourMomenta } from './four-momenta.ts';
import { mass } from './mass.ts';

/**
 * Signed invariant mass of a sum of particles for each of n events, in GeV.
 *
 *     m = sign(s) √|s|,   s = (Σp)² = (ΣE)² − |Σp⃗|²
 *
 * Spacelike sums give −√|s|, as in `mass`. The particles are added in the order given.
 *
 * @param momenta Four-momenta of one or more particles: n events each, GeV.
 * @param out Receives the masses: length n, GeV. Allocated if omitted; pass a buffer when calling
 *  once per batch.
 * @returns `out`.
 * @throws RangeError if there is no particle, or if the columns of `momenta` and `out` differ in
 *  length.
 */
export function sumMass(
  momenta: readonly FourMomenta[],
  out: Float64Array = new Float64Array(momenta.at(0)?.e.length ?? 0)
): Float64Array {
  if (momenta.length === 0) throw new RangeError('sumMass: no particles, expected one or more.');
  const n = out.length;
  momenta.forEach((p, k) => checkLength(`sumMass: momenta[${k}]`, p, n));
  for (let i = 0; i < n; ++i) {
    let e = 0;
    let px = 0;
    let py = 0;
    let pz = 0;
    for (const p of momenta) {
      e += p.e[i];
      px += p.px[i];
      py += p.py[i];
      pz += p.pz[i];
    }
    out[i] = mass(e, px, py, pz);
  }
  return out;
}
