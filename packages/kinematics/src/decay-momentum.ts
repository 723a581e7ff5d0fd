/**
 * Momentum of the daughters of a two-body decay M → m1 m2 in the parent's rest frame, in GeV.
 *
 *     p* = √λ(M², m1², m2²) / (2M) = √[(M² − (m1 + m2)²)(M² − (m1 − m2)²)] / (2M)
 *
 * Written as a product of four sums and differences of masses, so that it is accurate close to the
 * threshold M = m1 + m2, where it is 0.
 *
 * @param M Mass of the parent, GeV.
 * @param m1 Mass of one daughter, GeV, not negative.
 * @param m2 Mass of the other daughter, GeV, not negative.
 * @returns The momentum, GeV; NaN below threshold.
 * @see Review of Particle Physics, section Kinematics, two-body decays
 */
export function decayMomentum(M: number, m1: number, m2: number): number {
  // Below |m1 − m2| two factors are negative and their product would look physical.
  if (M < m1 + m2) return NaN;
  const released = M - m1 - m2;
  return Math.sqrt(released * (M + m1 + m2) * (M + m1 - m2) * (M - m1 + m2)) / (2 * M);
}
