/** Partons in the order of `evaluate`, by PDG id: b̄ c̄ s̄ ū d̄ g d u s c b. */
export const PARTONS: readonly number[] = [-5, -4, -3, -2, -1, 21, 1, 2, 3, 4, 5];

/** Number of values that `evaluate` writes. */
export const PARTON_COUNT = 11;

/** Index of the gluon; the quark of PDG id k stands k places after it, its antiquark k before. */
const GLUON = 5;

/**
 * Place of a parton in the order of `PARTONS`.
 *
 *     5 for the gluon, 5 + k for a quark (k > 0) or antiquark (k < 0)
 *
 * @param flavour PDG id: 21 gluon (0 too, as in LHAPDF), ±1 … ±5 for d, u, s, c, b.
 * @returns From 0 to 10, or −1 for any other id.
 */
export function partonIndex(flavour: number): number {
  if (flavour === 21) return GLUON;
  return Number.isInteger(flavour) && Math.abs(flavour) <= GLUON ? GLUON + flavour : -1;
}

/**
 * Like `partonIndex`, for calls that must name a parton.
 *
 * @throws RangeError if the id is no gluon and no quark up to b.
 */
export function requirePartonIndex(caller: string, flavour: number): number {
  const index = partonIndex(flavour);
  if (index < 0) {
    throw new RangeError(
      `${caller}: flavour ${flavour} received, expected a PDG id: 21 (gluon) or ±1 to ±5 (quarks).`
    );
  }
  return index;
}
