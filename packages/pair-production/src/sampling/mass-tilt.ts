/**
 * How production prefers light pairs: the factor that the weight has in common everywhere.
 *
 *     h(m₁ + m₂) = (least / (m₁ + m₂))^power,   1 for the lightest pair
 */
export interface MassTilt {
  /** Least m₁ + m₂, GeV. */
  readonly least: number;
  /** 0 where masses are fixed. */
  readonly power: number;
}

/**
 * The tilt h of a pair.
 *
 * @param tilt Least sum and power.
 * @param sum m₁ + m₂, GeV.
 * @returns From 1 down.
 */
export function tiltAt({ least, power }: MassTilt, sum: number): number {
  return power === 0 ? 1 : Math.exp(power * Math.log(least / sum));
}
