import { TRIAL, VISIBLE } from '@deelema/mass-variables';
import type { PairDensity } from '@deelema/pair-production';
import { latticePoint, MOST_UNKNOWNS } from './draws.ts';
import { OffShellMasses } from './off-shell-masses.ts';
import type { LikelihoodSettings } from './settings.ts';
import { SolutionSum } from './solution-sum.ts';
import type { TrialGrid } from './trial-grid.ts';
import { TrueEnergies } from './true-energies.ts';

/** Numbers from 0 to 1 that fix the draws of an event: the shifts of two lattices. */
export const SHIFTS = 2 * MOST_UNKNOWNS;

/**
 * Density of the visible momenta of one event at trial masses, up to a factor that is the same for all
 * masses.
 *
 *     p(visible | M_A, M_B) = ⟨ Σ_pairings share · density of `SolutionSum` ⟩ / ⟨W⟩²
 *
 * The mean is over true energies and over masses within their widths, with the same draws at all trial
 * masses: differences between them are better known than p. Narrow antlers without a resolution have one
 * such term.
 */
export class EventDensity {
  readonly #settings: LikelihoodSettings;
  readonly #grid: TrialGrid;
  readonly #sum: SolutionSum;
  readonly #energies: TrueEnergies;
  readonly #masses: OffShellMasses;
  /** One draw. */
  readonly #quantiles: Float64Array;
  /** Draws of each half, a power of 2. */
  readonly #draws: number;
  readonly #row = new Float64Array(VISIBLE.length);

  /**
   * @param settings What made the events.
   * @param grid Trial masses.
   * @param pair Density of the pair over the trial masses.
   */
  constructor(settings: LikelihoodSettings, grid: TrialGrid, pair: PairDensity) {
    this.#settings = settings;
    this.#grid = grid;
    this.#sum = new SolutionSum(settings, pair);
    this.#energies = new TrueEnergies(settings.resolution);
    this.#masses = new OffShellMasses(grid, settings.widthA, settings.widthB);
    this.#quantiles = new Float64Array(this.#energies.unknowns + this.#masses.unknowns);
    this.#draws = this.#quantiles.length === 0 ? 1 : 2 ** Math.ceil(Math.log2(settings.draws / 2));
  }

  /**
   * Evaluates one event at all points.
   *
   * @param event Its momenta, laid out as `VISIBLE`, GeV.
   * @param shift What fixes its draws: `SHIFTS` numbers from 0 to 1.
   * @param from Where they start in `shift`.
   * @param out Receives the density at each point twice, from one half of the draws and from the other.
   * @param at Where the first one goes.
   */
  evaluate(
    event: Float64Array,
    shift: Float64Array,
    from: number,
    out: Float64Array,
    at: number
  ): void {
    const { factors } = this.#grid;
    out.fill(0, at, at + 2 * factors.length);
    const exact = this.#quantiles.length === 0;
    for (let half = 0; half < (exact ? 1 : 2); ++half) {
      const start = from + half * MOST_UNKNOWNS;
      for (let k = 0; k < this.#draws; ++k) {
        latticePoint(k, this.#draws, shift, start, this.#quantiles);
        this.#addDraw(event, out, at + half);
      }
    }
    for (let j = 0; j < factors.length; ++j) {
      const scale = factors[j] / this.#draws;
      const even = at + 2 * j;
      out[even] *= scale;
      out[even + 1] = exact ? out[even] : out[even + 1] * scale;
    }
  }

  #addDraw(event: Float64Array, out: Float64Array, at: number): void {
    this.#row.set(event);
    const weight = this.#energies.draw(this.#row, this.#quantiles);
    if (weight === 0) return;
    this.#masses.set(this.#quantiles, this.#energies.unknowns);
    const { wrongPairing } = this.#settings;
    if (wrongPairing < 1) this.#addPairing(false, weight * (1 - wrongPairing), out, at);
    if (wrongPairing > 0) this.#addPairing(true, weight * wrongPairing, out, at);
  }

  #addPairing(exchanged: boolean, weight: number, out: Float64Array, at: number): void {
    if (!this.#sum.load(this.#row, exchanged)) return;
    const { trial } = this.#sum;
    const { mA, mB } = this.#grid;
    const { A1, A2, B1, B2 } = this.#masses;
    for (let i = 0, j = at; i < mA.length; ++i) {
      trial[TRIAL.A1] = A1[i];
      trial[TRIAL.A2] = A2[i];
      for (let l = 0; l < mB.length; ++l, j += 2) {
        trial[TRIAL.B1] = B1[l];
        trial[TRIAL.B2] = B2[l];
        out[j] += weight * this.#sum.at(mA[i]);
      }
    }
  }
}
