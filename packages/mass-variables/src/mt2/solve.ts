import { lowestLevel } from './lowest-level.ts';
import type { Probe } from './probe.ts';
import { sharedAtThreshold } from './shared-at-threshold.ts';

/**
 * M_T2 of the branches and the missing transverse momentum set in `probe.separation`.
 *
 * @param probe Its branches, the one with the larger threshold first, of a size whose fourth power
 *  is a number.
 * @returns M_T2 in the same units.
 */
export function solve(probe: Probe): number {
  const { separation } = probe;
  const { branch1, branch2, Px, Py } = separation;
  const threshold = separation.setThreshold();
  if (sharedAtThreshold(separation, threshold)) return threshold;
  probe.thresholdSquared = threshold * threshold;
  probe.resetArc();
  if (branch1.m > 0) aimFromThreshold(probe);
  else probe.aimAtMiddle();
  // Half of P for each invisible particle gives an upper bound.
  const highest = Math.max(branch1.levelAt(Px / 2, Py / 2), branch2.levelAt(Px / 2, Py / 2));
  return Math.sqrt(threshold * threshold + 2 * lowestLevel(probe, highest));
}

/**
 * Aims in the direction that separates the sets at the threshold: there R₁ is the point
 * k₁ = p₁ m_k1/m₁, and the gradient of m_T(v₂, k₂) at k₂ = P − k₁ points from R₂ to it.
 */
function aimFromThreshold(probe: Probe): void {
  const { branch1, branch2, Px, Py } = probe.separation;
  const ratio = branch1.mk / branch1.m;
  const kx = Px - ratio * branch1.px;
  const ky = Py - ratio * branch1.py;
  const { m, px, py, mk } = branch2;
  const velocity = Math.sqrt((m * m + px * px + py * py) / (mk * mk + kx * kx + ky * ky));
  probe.aimAt(velocity * kx - px, velocity * ky - py);
}
