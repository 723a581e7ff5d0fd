import { AMPLITUDES } from './collision/hard-process.ts';
import type { MassSettings } from './sampling/mass-settings.ts';
import { pairSampler, type PairDraw } from './sampling/pair-sampler.ts';
import { productionWeight, type CollisionSettings } from './sampling/production-weight.ts';
import { warmUp } from './sampling/warm-up.ts';

export type { MassDraw, MassSettings } from './sampling/mass-settings.ts';
export type { Pairs, PairSample } from './sampling/pair-sampler.ts';

/** What fixes the production of a pair. */
export interface ProductionSettings extends CollisionSettings {
  /** How the masses of an event are drawn. */
  readonly masses: MassSettings;
  /** Of the warm-up, whose stream is its own. */
  readonly seed: number;
}

/** Pairs A₁A₂ from proton collisions. */
export interface PairProduction {
  /** Cross-section with its Monte Carlo error, pb; undefined for |M|² = 1, which has no coupling. */
  readonly crossSection: { readonly value: number; readonly error: number } | undefined;
  /** Draws pairs. */
  readonly sample: PairDraw;
}

/**
 * Makes A₁A₂ pairs in proton collisions at leading order, g g and q q̄ together.
 *
 *     dN ∝ dm₁ dm₂ ρ(m₁, m₂) · dσ(√ŝ, y, cosθ; m₁, m₂)
 *
 * Unweighted, by accept–reject below a step function that a warm-up finds; masses, of density ρ, are
 * drawn anew with every proposal, so that their joint distribution with the rest is exact. Where the
 * weight still tops the step function an event counts once, and is counted: see `PairSample`.
 * The result depends on the settings and the streams alone. Cost: 0.1 s for the warm-up, 0.3 µs per pair.
 *
 * @param settings Beams, process, partons, masses and seed.
 * @returns The production.
 * @throws RangeError if the beams cannot make the lightest pair, or if the pole mass or the
 *  coupling at one of its scales is no positive number.
 * @see `productionWeight` for dσ
 */
export function pairProduction(settings: ProductionSettings): PairProduction {
  checkMasses(settings);
  const { masses, seed } = settings;
  const weight = productionWeight(settings, masses.least[0] + masses.least[1]);
  const explored = warmUp(weight, masses, seed);
  const crossSection = AMPLITUDES[settings.process].strong ? explored.integral : undefined;
  return { crossSection, sample: pairSampler(weight, masses, explored) };
}

function checkMasses({ beamEnergy, poleMass, masses: { least } }: ProductionSettings): void {
  const threshold = least[0] + least[1];
  if (!(threshold > 0 && threshold < beamEnergy)) {
    throw new RangeError(
      `pairProduction: the lightest pair weighs ${threshold} GeV, expected more than 0 and less than the beams' ${beamEnergy} GeV.`
    );
  }
  if (!(poleMass > 0 && poleMass < Infinity)) {
    throw new RangeError(
      `pairProduction: the pole mass is ${poleMass} GeV, expected a positive number.`
    );
  }
}
