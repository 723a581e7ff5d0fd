/**
 * Boosts a four-momentum from the rest frame of a particle to the frame where that particle has
 * momentum P.
 *
 *     E' = (E_P E + P·p) / M,   p' = p + P (E + P·p / (E_P + M)) / M,   E_P = √(M² + P²)
 *
 * This is the boost with β = P/E_P and γ = E_P/M; its factor (γ − 1)/β² = γ²/(γ + 1) stands here
 * without a division by β, so P = 0 changes nothing and tiny P loses no digit. With −P it goes back.
 *
 * @param e Energy of the boosted vector in the particle's rest frame, GeV; likewise `px`, `py`, `pz`.
 * @param M Mass of the particle, GeV, positive.
 * @param Px Momentum of the particle along x, GeV; likewise `Py`, `Pz`.
 * @param out Receives E', px', py', pz' at `at`, `at + 1`, `at + 2`, `at + 3`, GeV.
 * @param at First index to write.
 */
export function boost(
  e: number,
  px: number,
  py: number,
  pz: number,
  M: number,
  Px: number,
  Py: number,
  Pz: number,
  out: Float64Array,
  at = 0
): void {
  const energyP = Math.sqrt(M * M + Px * Px + Py * Py + Pz * Pz);
  const projection = Px * px + Py * py + Pz * pz;
  const factor = (e + projection / (energyP + M)) / M;
  out[at] = (energyP * e + projection) / M;
  out[at + 1] = px + Px * factor;
  out[at + 2] = py + Py * factor;
  out[at + 3] = pz + Pz * factor;
}
