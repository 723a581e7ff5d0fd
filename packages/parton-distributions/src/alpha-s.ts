/** One-loop coupling of the strong interaction. */
export interface AlphaSOptions {
  /** α_s at the reference scale; 0.130 if omitted, as in leading-order sets. */
  readonly reference?: number;
  /** Reference scale, GeV; the mass of the Z (91.1876, Review of Particle Physics) if omitted. */
  readonly mass?: number;
  /** Number of active quark flavours n_f; 5 if omitted, at all scales. */
  readonly flavours?: number;
}

const DEFAULTS: AlphaSOptions = {};

/**
 * Strong coupling at one loop with a fixed number of flavours.
 *
 *     α_s(Q²) = α_s(M²) / (1 + b₀ α_s(M²) ln(Q²/M²)),   b₀ = (33 − 2 n_f) / 12π
 *
 * The same as 1 / (b₀ ln(Q²/Λ²)) with Λ² = M² exp(−1 / (b₀ α_s(M²))). Infinity at and below Λ²
 * (Λ = 167 MeV by default), where perturbation theory has ended long before.
 *
 * @param q2 Renormalisation scale Q², GeV².
 * @param options Reference value and scale, number of flavours.
 * @returns α_s, positive.
 * @see R. K. Ellis, W. J. Stirling, B. R. Webber, QCD and Collider Physics (1996), section 2.2
 */
export function alphaS(q2: number, options: AlphaSOptions = DEFAULTS): number {
  const { reference = 0.13, mass = 91.1876, flavours = 5 } = options;
  const b0 = (33 - 2 * flavours) / (12 * Math.PI);
  const running = 1 + b0 * reference * Math.log(q2 / (mass * mass));
  return running <= 0 ? Infinity : reference / running;
}
