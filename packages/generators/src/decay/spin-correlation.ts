/** Correlation of the spins of n top pairs: C_nn, C_rr, C_kk and C_rk = C_kr, over A. */
export interface SpinCorrelation {
  readonly nn: Float64Array;
  readonly rr: Float64Array;
  readonly kk: Float64Array;
  readonly rk: Float64Array;
}

/**
 * Correlation of the spins of t and t̄ at leading order, as the charged leptons show it.
 *
 *     dN ∝ A − Σ_ij C_ij ℓ̂⁺_i ℓ̂⁻_j,   i, j = n, r, k        (C symmetric, C_nr = C_nk = 0)
 *
 * ℓ̂± are the directions of the charged leptons, each in the rest frame of its top, reached from that
 * of the pair without a turn; axes as in `PairFrames`. With s = sinΘ, c = cosΘ, up to a factor:
 *
 *     g g:  A = 1 + 2β²s² − β⁴(1 + s⁴)            q q̄:  A = 2 − β²s²
 *           C_nn = −1 + 2β² − β⁴(1 + s⁴)                C_nn = −β²s²
 *           C_rr = −1 + β²(2 − β²)(1 + s⁴)              C_rr = (2 − β²)s²
 *           C_kk = −1 + 2β²s²c² + β⁴(1 + s⁴)            C_kk = β² + (2 − β²)c²
 *           C_rk = 2√(1 − β²) β² s³c                    C_rk = 2√(1 − β²) sc
 *
 * Tops off their mass shell enter with their own momentum, β = 2p*∕√ŝ.
 *
 * @param channel 0 where two gluons made the pair, 1 where a quark and an antiquark did: n events.
 * @param beta 2p*∕√ŝ: n events, 0 ≤ β < 1.
 * @param cosTheta cosΘ of the top: n events, from −1 to 1.
 * @see W. Bernreuther, D. Heisler, Z.-G. Si, JHEP 12 (2015) 026, appendix A;
 *  Y. Afik, J. R. M. de Nova, Eur. Phys. J. Plus 136 (2021) 907
 */
export function spinCorrelation(
  channel: Uint8Array,
  beta: Float64Array,
  cosTheta: Float64Array
): SpinCorrelation {
  const [nn, rr, kk, rk] = [0, 1, 2, 3].map(() => new Float64Array(beta.length));
  const correlation = { nn, rr, kk, rk };
  for (let i = 0; i < beta.length; ++i) {
    const set = channel[i] === 0 ? fromGluons : fromQuarks;
    set(beta[i] * beta[i], cosTheta[i], correlation, i);
  }
  return correlation;
}

function fromGluons(
  b2: number,
  cosTheta: number,
  { nn, rr, kk, rk }: SpinCorrelation,
  i: number
): void {
  const c2 = cosTheta * cosTheta;
  const s2 = 1 - c2;
  const quartic = b2 * b2 * (1 + s2 * s2);
  const norm = 1 / (1 + 2 * b2 * s2 - quartic);
  nn[i] = (-1 + 2 * b2 - quartic) * norm;
  rr[i] = (-1 + 2 * b2 * (1 + s2 * s2) - quartic) * norm;
  kk[i] = (-1 + 2 * b2 * s2 * c2 + quartic) * norm;
  rk[i] = 2 * Math.sqrt((1 - b2) * s2) * cosTheta * b2 * s2 * norm;
}

function fromQuarks(
  b2: number,
  cosTheta: number,
  { nn, rr, kk, rk }: SpinCorrelation,
  i: number
): void {
  const c2 = cosTheta * cosTheta;
  const s2 = 1 - c2;
  const norm = 1 / (2 - b2 * s2);
  nn[i] = -b2 * s2 * norm;
  rr[i] = (2 - b2) * s2 * norm;
  kk[i] = (b2 + (2 - b2) * c2) * norm;
  rk[i] = 2 * Math.sqrt((1 - b2) * s2) * cosTheta * norm;
}
