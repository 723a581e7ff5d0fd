import { OnShellSolver, SOLUTION, TRIAL, VISIBLE } from '@deelema/mass-variables';
import type { PairDensity } from '@deelema/pair-production';
import { decayWeight } from './decay-weight.ts';
import { PairWeight } from './pair-weight.ts';
import type { LikelihoodSettings } from './settings.ts';

/**
 * Density of the visible momenta of an event at given masses of A₁, B₁, A₂ and B₂, pairing and energies
 * known.
 *
 *     Σ_solutions density(√ŝ, y, cosθ*; m_A1, m_A2, M_A)/(β √ŝ) · 1/(E₁E₂ |det J|) · Π_i decay_i
 *
 * In the measure Π d³p/2E of the visibles. Two bodies take d³p_A1/2E d³p_A2/2E = (β/8) dcosθ* dφ
 * √ŝ d√ŝ dy d²P_T; a decay in two spreads over π Φ/2, Φ = 2p*∕m; d³p_A/2E = d⁴p_A δ(p_A² − m_A²), and
 * the integral of the four shells and of pTmiss over d³k₁/2E₁ d³k₂/2E₂ leaves 1/(4 E₁E₂ |det J|) at
 * every solution. The transverse momentum of the pair is measured, its own density the same for all
 * masses. Spins of the two A are taken as uncorrelated.
 *
 * Where two solutions merge, at Δ = 0, it rises like 1/√Δ, and a mean over few draws would be that of the
 * one draw closest to it. For Δ < edge it is replaced by its mean there,
 *
 *     1/√Δ → 2/√edge
 *
 * which leaves integrals over draws what they are if these lie evenly over the edge.
 */
export class SolutionSum {
  readonly #solver = new OnShellSolver();
  readonly #pair: PairWeight;
  readonly #top: boolean;
  readonly #edge: number;

  /**
   * @param settings What made the events.
   * @param pair Density of the pair over the trial masses.
   * @param edge Up to which Δ, `apart` of `SOLUTION`, the mean is taken; 0 for the density as it is.
   */
  constructor({ mC, decays }: LikelihoodSettings, pair: PairDensity, edge: number) {
    this.#pair = new PairWeight(pair);
    this.#edge = edge;
    this.#top = decays === 'top';
    [this.trial[TRIAL.C1], this.trial[TRIAL.C2]] = mC;
  }

  /** Masses, laid out as `TRIAL`, GeV; changed at will. */
  get trial(): Float64Array {
    return this.#solver.trial;
  }

  /**
   * Takes an event.
   *
   * @param row Its momenta, laid out as `VISIBLE`, GeV.
   * @param exchanged Whether to pair a₁ with b₂ and a₂ with b₁.
   * @returns Whether it can have solutions.
   */
  load(row: Float64Array, exchanged: boolean): boolean {
    const { visible } = this.#solver;
    visible.set(row);
    if (exchanged) {
      visible.copyWithin(VISIBLE.b1E, VISIBLE.b2E, VISIBLE.b2E + 4);
      for (let c = 0; c < 4; ++c) visible[VISIBLE.b2E + c] = row[VISIBLE.b1E + c];
    }
    return this.#solver.prepare();
  }

  /**
   * The density at `trial`, up to a factor that is the same for all masses.
   *
   * @param pole Mass M_A that the scale of production and its normalisation go by, GeV.
   * @returns 0 where there is no solution.
   */
  at(pole: number): number {
    const { trial, visible, solutions } = this.#solver;
    const count = this.#solver.solve();
    if (count === 0) return 0;
    const decays =
      decayWeight(visible, VISIBLE.a1E, trial, TRIAL.A1, this.#top) *
      decayWeight(visible, VISIBLE.a2E, trial, TRIAL.A2, this.#top);
    if (decays === 0) return 0;
    this.#pair.setMasses(trial[TRIAL.A1], trial[TRIAL.A2], pole);
    let sum = 0;
    for (let k = 0; k < count; ++k) {
      const row = k * SOLUTION.length;
      const jacobian = solutions[row + SOLUTION.jacobian];
      if (!(jacobian > 0)) continue;
      const apart = solutions[row + SOLUTION.apart];
      const softened = apart < this.#edge ? 2 * Math.sqrt(apart / this.#edge) : 1;
      sum += (softened * this.#pair.of(visible, solutions, row)) / jacobian;
    }
    return sum * decays;
  }
}
