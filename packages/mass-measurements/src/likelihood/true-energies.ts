import type { ResolutionTable } from '@deelema/kinematics';
import { VISIBLE } from '@deelema/mass-variables';
import { normalQuantile } from './normal-quantile.ts';
import type { LikelihoodSettings } from './settings.ts';
import { drawTrueEnergy } from './true-energy.ts';

/** Where the particles of an event start in its row. */
const PARTICLES = [
  { at: VISIBLE.a1E, role: 'a' },
  { at: VISIBLE.a2E, role: 'a' },
  { at: VISIBLE.b1E, role: 'b' },
  { at: VISIBLE.b2E, role: 'b' },
] as const;

/** Possible true energies of the visibles that were not measured perfectly. */
export class TrueEnergies {
  /** Where they start in a row, and how they were measured. */
  readonly #smeared: readonly { readonly at: number; readonly table: ResolutionTable }[];

  /** @param resolution Of a and b. */
  constructor(resolution: LikelihoodSettings['resolution']) {
    this.#smeared = PARTICLES.flatMap(({ at, role }) => {
      const table = resolution[role];
      return table === undefined ? [] : [{ at, table }];
    });
  }

  /** How many quantiles `draw` takes. */
  get unknowns(): number {
    return this.#smeared.length;
  }

  /**
   * Puts true energies in the place of measured ones.
   *
   * @param row The event, laid out as `VISIBLE`, GeV.
   * @param quantiles From 0 to 1, one for each energy.
   * @returns The weight of the draw.
   * @see `drawTrueEnergy`
   */
  draw(row: Float64Array, quantiles: Float64Array): number {
    let weight = 1;
    for (let j = 0; j < this.#smeared.length; ++j) {
      const { at, table } = this.#smeared[j];
      weight *= drawTrueEnergy(row, at, table, normalQuantile(quantiles[j]));
    }
    return weight;
  }
}
