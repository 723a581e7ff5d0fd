import { TRIAL, VISIBLE } from '@deelema/mass-variables';
import type { PairDensity } from '@deelema/pair-production';
import { latticePoint, MOST_UNKNOWNS } from './draws.ts';
import { OffShellMasses } from './off-shell-masses.ts';
import type { LikelihoodSettings } from './settings.ts';
import { softEdge } from './soft-edge.ts';
import { SolutionSum } from './solution-sum.ts';
import type { TrialGrid } from './trial-grid.ts';
import { TrueEnergies } from './true-energies.ts';

/** Numbers from 0 to 1 that fix the draws of an event: the shifts of three lattices. */
export const SHIFTS = 3 * MOST_UNKNOWNS;

/** Draws that tell how many an event needs. */
const PILOTS = 64;

/** Share of the draws of a usual event that count: those with solutions, by weight. */
const USUAL_SHARE = 0.25;

/** Most draws of an event, in units of those of a usual one. */
const MOST_DRAWS = 16;

/**
 * Density of the visible momenta of one event at trial masses, up to a factor that is the same for all
 * masses.
 *
 *     p(visible | M_A, M_B) = ⟨ Σ_pairings share · density of `SolutionSum` ⟩ / ⟨W⟩²
 *
 * The mean is over true energies and over masses within their widths, with the same draws at all trial
 * masses: differences between them are better known than p. Each half of the draws is a lattice of its own,
 * independent of the other. Narrow antlers without a resolution have one such term.
 */
export class EventDensity {
  readonly #settings: LikelihoodSettings;
  readonly #grid: TrialGrid;
  readonly #sum: SolutionSum;
  readonly #energies: TrueEnergies;
  readonly #masses: OffShellMasses;
  /** One draw. */
  readonly #quantiles: Float64Array;
  /** What it contributes at each point. */
  readonly #terms: Float64Array;
  readonly #squares: Float64Array;
  readonly #row = new Float64Array(VISIBLE.length);

  /**
   * @param settings What made the events.
   * @param grid Trial masses.
   * @param pair Density of the pair over the trial masses.
   */
  constructor(settings: LikelihoodSettings, grid: TrialGrid, pair: PairDensity) {
    this.#settings = settings;
    this.#grid = grid;
    this.#sum = new SolutionSum(settings, pair, softEdge(settings, grid));
    this.#energies = new TrueEnergies(settings.resolution);
    this.#masses = new OffShellMasses(grid, settings.widthA, settings.widthB);
    this.#quantiles = new Float64Array(this.#energies.unknowns + this.#masses.unknowns);
    this.#terms = new Float64Array(grid.factors.length);
    this.#squares = new Float64Array(grid.factors.length);
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
    const exact = this.#quantiles.length === 0;
    const draws = exact ? 1 : this.#drawsOf(event, shift, from, out, at);
    out.fill(0, at, at + 2 * factors.length);
    this.#addHalf(event, draws, shift, from, out, at);
    if (!exact) this.#addHalf(event, draws, shift, from + MOST_UNKNOWNS, out, at + 1);
    for (let j = 0; j < factors.length; ++j) {
      const even = at + 2 * j;
      out[even] *= factors[j] / draws;
      out[even + 1] = exact ? out[even] : out[even + 1] * (factors[j] / draws);
    }
  }

  /**
   * Draws of each half that an event needs, a power of 2: few draws of some have solutions, and the
   * logarithm of a mean of few is too low. They are others than those that tell so.
   *
   *     share = ⟨(Σw)²/Σw²⟩ / number of draws
   */
  #drawsOf(
    event: Float64Array,
    shift: Float64Array,
    from: number,
    out: Float64Array,
    at: number
  ): number {
    const count = this.#terms.length;
    out.fill(0, at, at + 2 * count);
    this.#squares.fill(0);
    this.#addHalf(event, PILOTS, shift, from + 2 * MOST_UNKNOWNS, out, at);
    let share = 0;
    for (let j = 0; j < count; ++j) {
      const sum = out[at + 2 * j];
      if (sum > 0) share += (sum * sum) / (this.#squares[j] * PILOTS * count);
    }
    const factor = Math.min(MOST_DRAWS, Math.max(0.5, USUAL_SHARE / share));
    return 2 ** Math.round(Math.log2((factor * this.#settings.draws) / 2));
  }

  #addHalf(
    event: Float64Array,
    draws: number,
    shift: Float64Array,
    from: number,
    out: Float64Array,
    at: number
  ): void {
    for (let k = 0; k < draws; ++k) {
      latticePoint(k, draws, shift, from, this.#quantiles);
      this.#terms.fill(0);
      this.#draw(event);
      for (let j = 0; j < this.#terms.length; ++j) {
        const term = this.#terms[j];
        out[at + 2 * j] += term;
        this.#squares[j] += term * term;
      }
    }
  }

  #draw(event: Float64Array): void {
    this.#row.set(event);
    const weight = this.#energies.draw(this.#row, this.#quantiles);
    if (weight === 0) return;
    this.#masses.set(this.#quantiles, this.#energies.unknowns);
    const { wrongPairing } = this.#settings;
    if (wrongPairing < 1) this.#addPairing(false, weight * (1 - wrongPairing));
    if (wrongPairing > 0) this.#addPairing(true, weight * wrongPairing);
  }

  #addPairing(exchanged: boolean, weight: number): void {
    if (!this.#sum.load(this.#row, exchanged)) return;
    const { trial } = this.#sum;
    const { mA, mB } = this.#grid;
    const { A1, A2, B1, B2 } = this.#masses;
    for (let i = 0, j = 0; i < mA.length; ++i) {
      trial[TRIAL.A1] = A1[i];
      trial[TRIAL.A2] = A2[i];
      for (let l = 0; l < mB.length; ++l, ++j) {
        trial[TRIAL.B1] = B1[l];
        trial[TRIAL.B2] = B2[l];
        this.#terms[j] += weight * this.#sum.at(mA[i]);
      }
    }
  }
}
