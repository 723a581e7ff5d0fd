import { gapsOfMasses, massesOfGaps, massNames } from '@deelema/deelema';
import { bootstrap } from './bootstrap.ts';
import { FOLDS, foldOf } from './held-out.ts';
import type { HeldOut } from './held-out.ts';
import { maximise, solvePositive } from './maximum.ts';
import type { Maximum } from './maximum.ts';
import type { CanonicalSample } from './sample.ts';
import type { Conjecture } from './settings.ts';

/** Masses of a sample at the highest likelihood; one number per name of `massNames`, GeV. */
export interface FittedMasses {
  readonly masses: readonly number[];
  /** Of resamples of the events; empty if there is no maximum. */
  readonly resampled: readonly (readonly number[])[];
  /** From the events of each fold alone. */
  readonly folds: readonly (readonly number[])[];
  readonly logLikelihood: number;
  readonly converged: boolean;
}

/**
 * Measures the masses of a sample with networks that were not trained on its events.
 *
 * @param networks That evaluate ln p.
 * @param sample Measured or simulated events.
 * @param name Of the sample: names its random numbers.
 * @param options Where to begin, GeV; unit and conjecture of the networks; seed of the resamples.
 */
export async function fitMasses(
  networks: HeldOut,
  sample: CanonicalSample,
  name: string,
  {
    start,
    unit,
    conjecture,
    seed,
  }: {
    readonly start: readonly number[];
    readonly unit: number;
    readonly conjecture: Conjecture;
    readonly seed: number;
  }
): Promise<FittedMasses> {
  const { topology, mC } = conjecture;
  const offset = Math.log(unit);
  const gaps = gapsOfMasses(topology, start, mC).map((gap) => gap - offset);
  const densities = networks.of(sample, name);
  const maximum = await maximise(densities, sample.weights, gaps);
  const inGeV = (parameters: readonly number[]): number[] =>
    massesOfGaps(
      topology,
      parameters.map((gap) => gap + offset),
      mC
    );
  return {
    masses: inGeV(maximum.parameters),
    resampled: bootstrap(maximum, seed, name).map(inGeV),
    folds: foldMaxima(maximum).map(inGeV),
    logLikelihood: maximum.value,
    converged: maximum.converged,
  };
}

/**
 * One Newton step from the common maximum to that of each fold.
 *
 * The derivatives are those one step before the maximum: without that step's share in each of the folds
 * it would be taken once more.
 */
function foldMaxima({ parameters, hessian, scores }: Maximum): (readonly number[])[] {
  const shared = hessian.map((row) => row.map((value) => -value / FOLDS));
  return Array.from({ length: FOLDS }, (_, fold) => {
    const gradient = scores.map((score) =>
      score.reduce((sum, value, event) => {
        const own = foldOf(event) === fold ? value : 0;
        return sum + own - value / FOLDS;
      }, 0)
    );
    const step = solvePositive(shared, gradient);
    return step === undefined ? parameters : parameters.map((value, i) => value + step[i]);
  });
}

/** Standard deviation of each mass over the resamples, GeV; null without resamples. */
export function spread({ resampled, masses }: FittedMasses): (number | null)[] {
  return masses.map((_, i) => {
    if (resampled.length === 0) return null;
    return Math.sqrt(covarianceOf(resampled, i, i));
  });
}

/** Correlation of the first two masses over the resamples. */
export function correlationOf({ resampled, masses }: FittedMasses): number | null {
  if (resampled.length === 0 || masses.length < 2) return null;
  const [a, b] = [covarianceOf(resampled, 0, 0), covarianceOf(resampled, 1, 1)];
  return covarianceOf(resampled, 0, 1) / Math.sqrt(a * b);
}

function covarianceOf(rows: readonly (readonly number[])[], i: number, j: number): number {
  const mean = (k: number): number => rows.reduce((sum, row) => sum + row[k], 0) / rows.length;
  const [a, b] = [mean(i), mean(j)];
  return rows.reduce((sum, row) => sum + (row[i] - a) * (row[j] - b), 0) / (rows.length - 1);
}

/** Numbers by the names of the masses. */
export function named({ topology }: Conjecture, values: readonly number[]): Record<string, number> {
  return Object.fromEntries(massNames(topology).map((name, i) => [name, values[i]]));
}
