import { checkLength, type FourMomenta } from './four-momenta.ts';
import { mass } from './mass.ts';

/**
 * Signed invariant mass of the pair a + b for each of n events, in GeV.
 *
 *     m = sign(s) √|s|,   s = (a + b)²
 *
 * Spacelike sums give −√|s|, as in `mass`.
 *
 * @param a First four-momenta: n events, GeV.
 * @param b Second four-momenta: n events, GeV.
 * @param out Receives the masses: length n, GeV. Allocated if omitted; pass a buffer when calling
 *  once per batch.
 * @returns `out`.
 * @throws RangeError if the columns of `a`, `b` and `out` differ in length.
 */
export function pairMass(
  a: FourMomenta,
  b: FourMomenta,
  out: Float64Array = new Float64Array(a.e.length)
): Float64Array {
  const n = out.length;
  checkLength('pairMass: a', a, n);
  checkLength('pairMass: b', b, n);
  for (let i = 0; i < n; ++i) {
    out[i] = mass(a.e[i] + b.e[i], a.px[i] + b.px[i], a.py[i] + b.py[i], a.pz[i] + b.pz[i]);
  }
  return out;
}
