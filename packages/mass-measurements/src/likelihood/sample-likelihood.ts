import { logTerms, meanDensities, total } from './log-terms.ts';
import type { DensityEvaluator } from './sample-densities.ts';
import type { LikelihoodSettings, WeightedEvents } from './settings.ts';
import { steps, type Region, type Surface } from './surface.ts';
import { trialGrid } from './trial-grid.ts';

/** How a surface is made. */
export interface SurfaceSettings {
  /** Points along each mass. */
  readonly points: number;
  /** How many events, from the first. */
  readonly events: number;
  /** Draws per event. */
  readonly draws: number;
}

/** The log-likelihood of a sample as a function of m_A and m_B. */
export class SampleLikelihood {
  readonly weights: Float64Array;
  readonly #settings: LikelihoodSettings;
  readonly #evaluate: DensityEvaluator;
  readonly #ma: number;
  readonly #first: number;

  /**
   * @param events The sample.
   * @param settings What made it.
   * @param evaluate Evaluates the densities of its events.
   * @param range First event that counts and the one behind the last; all if omitted.
   */
  constructor(
    events: WeightedEvents,
    settings: LikelihoodSettings,
    evaluate: DensityEvaluator,
    [first, end]: readonly [number, number] = [0, events.ptmissX.length]
  ) {
    this.#settings = settings;
    this.#evaluate = evaluate;
    this.#first = first;
    this.weights = events.weights?.subarray(first, end) ?? new Float64Array(end - first).fill(1);
    this.#ma = meanMass(events);
  }

  /**
   * Evaluates the log-likelihood over a region.
   *
   * @param region Where.
   * @param how With how many points, events and draws.
   */
  async surface(region: Region, { points, events, draws }: SurfaceSettings): Promise<Surface> {
    const mA = steps(region.mA, region.halfA, points);
    const mB = steps(region.mB, region.halfB, points);
    const grid = trialGrid(mA, mB, this.#settings, this.#ma);
    const range = [this.#first, this.#first + events] as const;
    const densities = await this.#evaluate({ grid, range, draws });
    const outliers = meanDensities(densities, events);
    const terms = logTerms(densities, outliers, this.#settings.outliers);
    const unsolvable = outliers.reduce((count, mean) => count + (mean > 0 ? 0 : 1), 0);
    return {
      region,
      grid,
      terms,
      total: total(terms, this.weights.subarray(0, events)),
      unsolvable,
    };
  }
}

/** Events that are looked at for the mass of a. */
const LOOKS = 100;

function meanMass({ a1 }: WeightedEvents): number {
  const n = Math.min(LOOKS, a1.e.length);
  let sum = 0;
  for (let i = 0; i < n; ++i) {
    const square = a1.e[i] ** 2 - a1.px[i] ** 2 - a1.py[i] ** 2 - a1.pz[i] ** 2;
    sum += Math.sqrt(Math.max(0, square)) / n;
  }
  return sum;
}
