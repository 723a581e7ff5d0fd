import type { ResolutionTable } from '@deelema/kinematics';
import { OnShellSolver, SOLUTION, TRIAL, VISIBLE } from '@deelema/mass-variables';
import type { PairDensity } from '@deelema/pair-production';
import { breitWignerDensity, breitWignerQuantile, offShellMass } from './breit-wigner.ts';
import { decayWeight } from './decay-weight.ts';
import { DRAW, drawPoint } from './draws.ts';
import { normalQuantile } from './normal-quantile.ts';
import { PairWeight } from './pair-weight.ts';
import type { LikelihoodSettings } from './settings.ts';
import type { TrialGrid } from './trial-grid.ts';
import { drawTrueEnergy } from './true-energy.ts';

/** Most trial masses of a particle that are evaluated together. */
export const MOST_MASSES = 64;

/** Draws between two looks at whether there are enough. */
const ROUND = 128;

/** Draws of equal weight that are enough: what more of them change is small beside what an event says. */
const ENOUGH = 200;

/** Where the particles of an event start in its row. */
const PARTICLES = [
  { at: VISIBLE.a1E, role: 'a' },
  { at: VISIBLE.b1E, role: 'b' },
  { at: VISIBLE.a2E, role: 'a' },
  { at: VISIBLE.b2E, role: 'b' },
] as const;

/**
 * Density of the visible momenta of one event at trial masses, up to a factor that is the same for all
 * masses.
 *
 *     p(visible | M_A, M_B) = ⟨ Σ_pairings share Σ_solutions
 *         density(√ŝ, y, cosθ*; m_A1, m_A2, M_A)/(β √ŝ) · 1/(E₁E₂ |det J|) · Π_i decay_i ⟩
 *
 * In the measure Π d³p/2E of the visibles. Two bodies take d³p_A1/2E d³p_A2/2E = (β/8) dcosθ* dφ
 * √ŝ d√ŝ dy d²P_T; a decay in two spreads over π Φ/2, Φ = 2p*∕m; d³p_A/2E = d⁴p_A δ(p_A² − m_A²), and
 * the integral of the four shells and of pTmiss over d³k₁/2E₁ d³k₂/2E₂ leaves 1/(4 E₁E₂ |det J|) at
 * every solution. The transverse momentum of the pair is measured, its own density the same for all
 * masses. Narrow antlers have one such term; the mean is over masses within their widths and over true
 * energies, with common draws for all trial masses, so that p is a continuous function of them.
 *
 * Spins of the two A are taken as uncorrelated.
 */
export class EventDensity {
  readonly #settings: LikelihoodSettings;
  readonly #solver = new OnShellSolver();
  readonly #pair: PairWeight;
  readonly #draw = new Float64Array(DRAW.length);
  readonly #shapesA = new Float64Array(MOST_MASSES);
  readonly #shapesB = new Float64Array(MOST_MASSES);
  /** Sums of what draws contribute and of its squares: how many an event has really had. */
  #total = 0;
  #squares = 0;
  /** Where the particles that were not measured perfectly start in a row, and how they were measured. */
  readonly #smeared: readonly { readonly at: number; readonly table: ResolutionTable }[];
  readonly #straight = new Float64Array(VISIBLE.length);

  /**
   * @param settings What made the events.
   * @param pair Density of the pair over the trial masses.
   */
  constructor(settings: LikelihoodSettings, pair: PairDensity) {
    this.#settings = settings;
    this.#pair = new PairWeight(pair);
    this.#smeared = PARTICLES.flatMap(({ at, role }) => {
      const table = settings.resolution[role];
      return table === undefined ? [] : [{ at, table }];
    });
    [this.#solver.trial[TRIAL.C1], this.#solver.trial[TRIAL.C2]] = settings.mC;
  }

  /**
   * Evaluates one event at all points.
   *
   * @param event Its momenta, laid out as `VISIBLE`, GeV.
   * @param grid Trial masses.
   * @param shift Where its draws start: `DRAW.length` numbers from 0 to 1.
   * @param from Where they start in `shift`.
   * @param out Receives the density at each point twice: from the even and from the odd draws.
   * @param at Where the first one goes.
   */
  evaluate(
    event: Float64Array,
    grid: TrialGrid,
    shift: Float64Array,
    from: number,
    out: Float64Array,
    at: number
  ): void {
    const { draws } = this.#settings;
    const end = at + 2 * grid.factors.length;
    out.fill(0, at, end);
    this.#total = 0;
    this.#squares = 0;
    let done = 0;
    while (done < draws && !(this.#total * this.#total > ENOUGH * this.#squares)) {
      done = this.#round(event, grid, shift, from, done, out, at);
    }
    for (let j = at; j < end; ++j) out[j] /= done;
  }

  /** Adds up to a round of draws; returns how many there have been. */
  #round(
    event: Float64Array,
    grid: TrialGrid,
    shift: Float64Array,
    from: number,
    done: number,
    out: Float64Array,
    at: number
  ): number {
    const { draws, wrongPairing } = this.#settings;
    const until = Math.min(draws, done + ROUND);
    for (let k = done; k < until; ++k) {
      this.#straight.set(event);
      drawPoint(k, shift, from, this.#draw);
      const weight = this.#drawEnergies();
      if (weight === 0) continue;
      this.#solver.visible.set(this.#straight);
      if (wrongPairing < 1) this.#add(grid, k, weight * (1 - wrongPairing), out, at);
      this.#exchange();
      if (wrongPairing > 0) this.#add(grid, k, weight * wrongPairing, out, at);
    }
    return until;
  }

  /** Draws true energies; returns the weight of the draw. */
  #drawEnergies(): number {
    let weight = 1;
    for (let j = 0; j < this.#smeared.length; ++j) {
      const { at, table } = this.#smeared[j];
      const z = normalQuantile(this.#draw[DRAW.energies + j]);
      weight *= drawTrueEnergy(this.#straight, at, table, z);
    }
    return weight;
  }

  #exchange(): void {
    const { visible } = this.#solver;
    visible.copyWithin(VISIBLE.b1E, VISIBLE.b2E, VISIBLE.b2E + 4);
    for (let c = 0; c < 4; ++c) visible[VISIBLE.b2E + c] = this.#straight[VISIBLE.b1E + c];
  }

  /** Adds draw k of one pairing at all points. */
  #add(grid: TrialGrid, k: number, weight: number, out: Float64Array, at: number): void {
    if (!this.#solver.prepare()) return;
    const { widthA, widthB } = this.#settings;
    if (widthA > 0 && widthB > 0) this.#addWithin(grid, k, 2 * weight, out, at);
    else this.#addNarrow(grid, weight, out, at);
  }

  #addNarrow({ mA, mB }: TrialGrid, weight: number, out: Float64Array, at: number): void {
    const { trial } = this.#solver;
    for (let i = 0, j = at; i < mA.length; ++i) {
      trial[TRIAL.A1] = trial[TRIAL.A2] = mA[i];
      for (let l = 0; l < mB.length; ++l, j += 2) {
        trial[TRIAL.B1] = trial[TRIAL.B2] = mB[l];
        const term = weight * this.#sum(mA[i]);
        out[j] += term;
        out[j + 1] += term;
      }
    }
  }

  /**
   * The same masses for all points: a sum of smooth functions of the trial masses. Each draw comes from
   * the shape of one point and counts as one of the mixture of all.
   */
  #addWithin(grid: TrialGrid, k: number, weight: number, out: Float64Array, at: number): void {
    const { mA, mB, factors, pole } = grid;
    this.#drawMasses(grid);
    const sum = this.#sum(pole);
    if (sum === 0) return;
    const { widthA, widthB } = this.#settings;
    const { trial } = this.#solver;
    const ofA = this.#shapes(mA, widthA, trial[TRIAL.A1], trial[TRIAL.A2], this.#shapesA);
    const ofB = this.#shapes(mB, widthB, trial[TRIAL.B1], trial[TRIAL.B2], this.#shapesB);
    const scale = (weight * sum * factors.length) / (ofA * ofB);
    this.#total += scale;
    this.#squares += scale * scale;
    for (let i = 0, j = at + (k & 1); i < mA.length; ++i) {
      const here = scale * this.#shapesA[i];
      for (let l = 0; l < mB.length; ++l, j += 2) {
        out[j] += here * factors[i * mB.length + l] * this.#shapesB[l];
      }
    }
  }

  #drawMasses({ mA, mB }: TrialGrid): void {
    const { trial } = this.#solver;
    const draw = this.#draw;
    const { widthA, widthB } = this.#settings;
    const a = mA[Math.floor(draw[DRAW.gridA] * mA.length)];
    const b = mB[Math.floor(draw[DRAW.gridB] * mB.length)];
    trial[TRIAL.A1] = offShellMass(a, widthA, breitWignerQuantile(draw[DRAW.massA1]));
    trial[TRIAL.B1] = offShellMass(b, widthB, breitWignerQuantile(draw[DRAW.massB1]));
    trial[TRIAL.A2] = offShellMass(a, widthA, breitWignerQuantile(draw[DRAW.massA2]));
    trial[TRIAL.B2] = offShellMass(b, widthB, breitWignerQuantile(draw[DRAW.massB2]));
  }

  /** Shapes of both masses at all poles, and their sum. */
  #shapes(poles: Float64Array, width: number, m1: number, m2: number, out: Float64Array): number {
    let sum = 0;
    for (let i = 0; i < poles.length; ++i) {
      const pole = poles[i];
      out[i] = breitWignerDensity(m1 * m1, pole, width) * breitWignerDensity(m2 * m2, pole, width);
      sum += out[i];
    }
    return sum;
  }

  /** The sum over the solutions at the trial masses. */
  #sum(pole: number): number {
    const { trial, visible, solutions } = this.#solver;
    const count = this.#solver.solve();
    if (count === 0) return 0;
    const top = this.#settings.decays === 'top';
    const decay1 = decayWeight(visible, VISIBLE.a1E, trial, TRIAL.A1, top);
    const decay2 = decayWeight(visible, VISIBLE.a2E, trial, TRIAL.A2, top);
    this.#pair.setMasses(trial[TRIAL.A1], trial[TRIAL.A2], pole);
    let sum = 0;
    for (let k = 0; k < count; ++k) {
      const row = k * SOLUTION.length;
      const jacobian = solutions[row + SOLUTION.jacobian];
      if (jacobian > 0) sum += this.#pair.of(visible, solutions, row) / jacobian;
    }
    return sum * decay1 * decay2;
  }
}
