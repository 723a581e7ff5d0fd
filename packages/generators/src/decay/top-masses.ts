import type { RandomStream } from '@deelema/random';
import { breitWigner, massWindow, type Resonance } from './breit-wigner.ts';
import { topWidthFactor } from './top-width.ts';

/** The resonances of t → b W → b ℓ ν and what is left over. */
export interface TopDecaySettings {
  readonly top: Resonance;
  readonly wBoson: Resonance;
  /** Mass of the b quark, GeV. */
  readonly mb: number;
}

/** Draws the masses of a top and its W into `masses`, at two places. */
export type TopMassDraw = (
  random: RandomStream,
  masses: Float64Array,
  top: number,
  wBoson: number
) => void;

/**
 * Makes a sampler of the masses of a top and its W, as they leave the amplitude t → b ℓ ν.
 *
 *     dN ∝ dm² / [(m² − M²)² + M²Γ²] · dq² / [(q² − M_W²)² + M_W²Γ_W²] · w(m, q)
 *
 * Both masses from their Breit–Wigners within 15 Γ, accepted with the smooth rest w over its largest
 * value, that at the heaviest top and the lightest W: somewhat more than half of them.
 *
 * @param settings Resonances and m_b, GeV; the lightest t must outweigh the heaviest W and b.
 * @returns The sampler.
 * @throws RangeError if a window reaches down to 0.
 * @see `topWidthFactor` for w
 */
export function topMasses({ top, wBoson, mb }: TopDecaySettings): TopMassDraw {
  const drawTop = breitWigner(top);
  const drawW = breitWigner(wBoson);
  const largest = topWidthFactor(massWindow(top)[1], massWindow(wBoson)[0], mb);
  return (random, masses, atTop, atW) => {
    let m = drawTop(random);
    let q = drawW(random);
    while (random.uniform() * largest > topWidthFactor(m, q, mb)) {
      m = drawTop(random);
      q = drawW(random);
    }
    masses[atTop] = m;
    masses[atW] = q;
  };
}
