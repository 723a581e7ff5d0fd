import { breitWignerQuantile, offShellMass } from './breit-wigner.ts';
import type { LikelihoodSettings } from './settings.ts';
import { topWidthFactor } from './top-decay.ts';

/** Trial masses that are evaluated together: all pairs, m_B running faster. */
export interface TrialGrid {
  /** Trial masses of A and B, GeV. */
  readonly mA: Float64Array;
  readonly mB: Float64Array;
  /** What normalises the decays of both branches at each pair: 1/⟨W⟩² of `topWidthFactor`. */
  readonly factors: Float64Array;
}

/**
 * Prepares trial masses.
 *
 *     factor = 1/⟨W⟩²,   W = 1 for flat decays
 *
 * @param mA Trial masses of A, GeV.
 * @param mB Trial masses of B, GeV.
 * @param settings Widths and decays.
 * @param ma Mass of the visible a, GeV.
 */
export function trialGrid(
  mA: Float64Array,
  mB: Float64Array,
  settings: Pick<LikelihoodSettings, 'decays' | 'widthA' | 'widthB'>,
  ma: number
): TrialGrid {
  const factors = new Float64Array(mA.length * mB.length);
  mA.forEach((a, i) => {
    mB.forEach((b, j) => {
      const width = settings.decays === 'top' ? meanWidthFactor(a, b, settings, ma) : 1;
      factors[i * mB.length + j] = 1 / (width * width);
    });
  });
  return { mA, mB, factors };
}

/** Quantiles of each mass; more change the mean of a top's widths by less than 1e-4. */
const QUANTILES = 24;

function meanWidthFactor(
  mA: number,
  mB: number,
  { widthA, widthB }: Pick<LikelihoodSettings, 'widthA' | 'widthB'>,
  ma: number
): number {
  let sum = 0;
  for (let i = 0; i < QUANTILES; ++i) {
    const m = offShellMass(mA, widthA, breitWignerQuantile((i + 0.5) / QUANTILES));
    for (let j = 0; j < QUANTILES; ++j) {
      const q = offShellMass(mB, widthB, breitWignerQuantile((j + 0.5) / QUANTILES));
      sum += topWidthFactor(m, q, ma);
    }
  }
  return sum / (QUANTILES * QUANTILES);
}
