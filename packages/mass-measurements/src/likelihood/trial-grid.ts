import { PAIR, type PairDensity } from '@deelema/pair-production';
import { breitWignerQuantile, offShellMass } from './breit-wigner.ts';
import type { LikelihoodSettings } from './settings.ts';
import { topWidthFactor } from './top-decay.ts';

/** Trial masses that are evaluated together: all pairs, m_B running faster. */
export interface TrialGrid {
  /** Trial masses of A and B, GeV. */
  readonly mA: Float64Array;
  readonly mB: Float64Array;
  /** One pole mass for the scale of production, in the middle, GeV. */
  readonly pole: number;
  /** What turns production with that scale into that of each pair, over ⟨W⟩² of `topWidthFactor`. */
  readonly factors: Float64Array;
}

/**
 * Prepares trial masses.
 *
 *     factor = (M_A/pole)^s σ(pole)/σ(M_A) / ⟨W⟩²,   s = ∂ ln dσ/∂ ln pole,   W = 1 for flat decays
 *
 * @param mA Trial masses of A, GeV.
 * @param mB Trial masses of B, GeV.
 * @param settings Widths and decays.
 * @param pair Density of the pair over these masses.
 * @param ma Mass of the visible a, GeV.
 */
export function trialGrid(
  mA: Float64Array,
  mB: Float64Array,
  settings: LikelihoodSettings,
  pair: PairDensity,
  ma: number
): TrialGrid {
  const pole = mA.reduce((sum, mass) => sum + mass, 0) / mA.length;
  const power = scalePower(pair, pole);
  const atPole = pair.crossSection(pole);
  const factors = new Float64Array(mA.length * mB.length);
  mA.forEach((a, i) => {
    const production = ((a / pole) ** power * atPole) / pair.crossSection(a);
    mB.forEach((b, j) => {
      const width = settings.decays === 'top' ? meanWidthFactor(a, b, settings, ma) : 1;
      factors[i * mB.length + j] = production / (width * width);
    });
  });
  return { mA, mB, pole, factors };
}

/** How production depends on its scale: from a typical pair, for it hardly varies. */
function scalePower(pair: PairDensity, pole: number): number {
  const row = new Float64Array(PAIR.length);
  row.set([2.4 * pole, 0.5, 0, pole, pole], PAIR.mass);
  const at = (scale: number): number => {
    row[PAIR.poleMass] = scale;
    pair.evaluate(row);
    return Math.log(row[PAIR.density] * pair.crossSection(scale));
  };
  const step = 1e-3;
  return (at(pole * (1 + step)) - at(pole * (1 - step))) / (2 * step);
}

/** Quantiles of each mass; more change the mean of a top's widths by less than 1e-4. */
const QUANTILES = 24;

function meanWidthFactor(
  mA: number,
  mB: number,
  { widthA, widthB }: LikelihoodSettings,
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
