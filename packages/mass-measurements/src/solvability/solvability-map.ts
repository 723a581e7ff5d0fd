import { OnShellSolver, TRIAL, type AntlerEvents } from '@deelema/mass-variables';

/** Trial masses, rising, GeV. */
export interface MassAxes {
  readonly mA: Float64Array;
  readonly mB: Float64Array;
}

/** What is tried with every event. */
export interface SolvabilitySettings {
  readonly axes: MassAxes;
  /** Masses of C₁ and C₂, GeV. */
  readonly mC: readonly [number, number];
  /** Whether b₁ belongs to a₁, or may as well to a₂: then an event counts by half for each. */
  readonly pairing: 'given' | 'unknown';
}

/** Parts of a sample that are counted apart, for errors: event number i belongs to part i mod 64. */
export const PARTS = 64;

/**
 * The fraction of events whose mass-shell conditions have a real solution, by trial masses.
 *
 *     fraction(M_A, M_B) = Σ w [solvable] / Σ w
 *
 * At the true masses it is 1 for events in which every particle is on its shell, paired rightly and
 * measured exactly; around them it falls, steeply towards lighter masses.
 *
 * Events are added batch by batch; memory does not grow with them. Maps of chunks of a sample add up,
 * and give the same bytes whoever counted which chunk if they are merged in the same order.
 *
 * @see H.-C. Cheng et al., JHEP 12 (2007) 076, arXiv:0707.0030
 */
export class SolvabilityMap {
  readonly settings: SolvabilitySettings;
  /** Σ w [solvable]: part by part, of (mA[i], mB[j]) at `j * mA.length + i`. */
  readonly solvable: Float64Array;
  /** Σ w by part. */
  readonly weights: Float64Array = new Float64Array(PARTS);
  /** Number of events added. */
  events = 0;

  readonly #solver = new OnShellSolver();

  /**
   * @param settings Trial masses and pairing.
   * @throws RangeError if a mass is negative or not finite, or an axis does not rise.
   */
  constructor(settings: SolvabilitySettings) {
    checkSettings(settings);
    this.settings = settings;
    this.solvable = new Float64Array(PARTS * this.points);
  }

  /** Number of pairs of trial masses. */
  get points(): number {
    const { mA, mB } = this.settings.axes;
    return mA.length * mB.length;
  }

  /**
   * Counts events. Cost: 0.3 to 1 µs per event, pair of trial masses and pairing.
   *
   * @param events The measured momenta: n events, GeV.
   * @param first Number of the first event in its sample, which says what part it belongs to.
   * @param weights Weights of the events, of either sign: length n; 1 each if omitted.
   */
  add(events: AntlerEvents, first: number, weights?: Float64Array): void {
    const n = events.ptmissX.length;
    const { pairing } = this.settings;
    for (let i = 0; i < n; ++i) {
      const part = (first + i) % PARTS;
      const weight = weights ? weights[i] : 1;
      this.weights[part] += weight;
      const share = pairing === 'given' ? weight : weight / 2;
      if (this.#solver.load(events, i, false)) this.#count(part * this.points, share);
      if (pairing === 'unknown' && this.#solver.load(events, i, true)) {
        this.#count(part * this.points, share);
      }
    }
    this.events += n;
  }

  /** Adds what another map with the same settings has counted. */
  merge(other: SolvabilityMap): void {
    for (let k = 0; k < this.solvable.length; ++k) this.solvable[k] += other.solvable[k];
    for (let part = 0; part < PARTS; ++part) this.weights[part] += other.weights[part];
    this.events += other.events;
  }

  /**
   * The fractions.
   *
   * @param times How often each part counts: length `PARTS`; once each if omitted.
   * @returns Of (mA[i], mB[j]) at `j * mA.length + i`; NaN if the weights add up to 0.
   */
  fractions(times?: Float64Array): Float64Array {
    const { points } = this;
    const sums = new Float64Array(points);
    let total = 0;
    for (let part = 0; part < PARTS; ++part) {
      const often = times ? times[part] : 1;
      total += often * this.weights[part];
      for (let k = 0; k < points; ++k) sums[k] += often * this.solvable[part * points + k];
    }
    return sums.map((sum) => sum / total);
  }

  /** Counts the event in the solver wherever it has a solution. */
  #count(from: number, share: number): void {
    const { axes, mC } = this.settings;
    const { trial } = this.#solver;
    trial[TRIAL.C1] = mC[0];
    trial[TRIAL.C2] = mC[1];
    let at = from;
    for (const mB of axes.mB) {
      trial[TRIAL.B1] = mB;
      trial[TRIAL.B2] = mB;
      for (const mA of axes.mA) {
        trial[TRIAL.A1] = mA;
        trial[TRIAL.A2] = mA;
        if (this.#solver.count() > 0) this.solvable[at] += share;
        ++at;
      }
    }
  }
}

function checkSettings({ axes, mC }: SolvabilitySettings): void {
  for (const [name, axis] of Object.entries(axes) as [string, Float64Array][]) {
    if (axis.length === 0 || axis.some((mass, k) => !(mass > (k > 0 ? axis[k - 1] : 0)))) {
      throw new RangeError(
        `SolvabilityMap: the trial masses ${name} are ${[...axis].slice(0, 4).join(', ')} … GeV, expected rising ones above 0.`
      );
    }
  }
  if (mC.some((mass) => !(mass >= 0 && mass < Infinity))) {
    throw new RangeError(
      `SolvabilityMap: the masses of C are ${mC.join(' and ')} GeV, expected 0 or more.`
    );
  }
}
