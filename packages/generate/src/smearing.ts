import { float64Column, fourMomenta, type EventBatch, type Role } from '@deelema/events';
import type { FourMomenta } from '@deelema/kinematics';
import type { RandomStream } from '@deelema/random';
import { relativeResolution, type ResolutionTable } from './jet-resolution.ts';

/**
 * Smears the energies of some visible particles as a detector would, in place.
 *
 *     E′ = E (1 + σ g),   g Gaussian,   |p′| = √(E′² − m²),   pTmiss′ = pTmiss − Σ (pT′ − pT)
 *
 * Direction and mass are kept; a draw with E′ ≤ m is drawn again. The invisible momenta stay what
 * they truly are. A particle at rest has no direction to keep and is left alone, so is one whose
 * numbers cannot be a measurement; a spacelike one (rounding) counts as massless.
 *
 * @param batch Events; the momenta of `roles` and `ptmiss_x`, `ptmiss_y` are overwritten, GeV.
 * @param roles Who is smeared, in this order.
 * @param table Relative energy resolution σ by pT.
 * @param random Where the draws come from.
 * @throws InputError if the batch lacks a column.
 * @see Sec. IV B of PRR 5, 043186 (b jets of the t t̄ sample)
 */
export function smearJets(
  batch: EventBatch,
  roles: readonly Role[],
  table: ResolutionTable,
  random: RandomStream
): void {
  const ptmissX = float64Column(batch, 'ptmiss_x');
  const ptmissY = float64Column(batch, 'ptmiss_y');
  for (const role of roles) {
    const jet = fourMomenta(batch, role);
    for (let i = 0; i < batch.length; ++i) {
      const { px, py } = { px: jet.px[i], py: jet.py[i] };
      smearOne(jet, i, table, random);
      ptmissX[i] -= jet.px[i] - px;
      ptmissY[i] -= jet.py[i] - py;
    }
  }
}

function smearOne(jet: FourMomenta, i: number, table: ResolutionTable, random: RandomStream): void {
  const pt2 = jet.px[i] * jet.px[i] + jet.py[i] * jet.py[i];
  const p2 = pt2 + jet.pz[i] * jet.pz[i];
  const sigma = relativeResolution(table, Math.sqrt(pt2));
  if (!(p2 > 0 && jet.e[i] > 0 && jet.e[i] < Infinity) || sigma === 0) return;
  const massSquared = Math.max(jet.e[i] * jet.e[i] - p2, 0);
  const energy = smearedEnergy(jet.e[i], Math.sqrt(massSquared), sigma, random);
  const scale = Math.sqrt((energy * energy - massSquared) / p2);
  jet.e[i] = energy;
  jet.px[i] *= scale;
  jet.py[i] *= scale;
  jet.pz[i] *= scale;
}

function smearedEnergy(e: number, mass: number, sigma: number, random: RandomStream): number {
  let smeared = e * (1 + sigma * random.normal());
  while (!(smeared > mass)) smeared = e * (1 + sigma * random.normal());
  return smeared;
}
