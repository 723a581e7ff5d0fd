import { massErrors, spread, type MassErrors } from './covariance.ts';
import { zoomToPosterior, type Posterior } from './posterior.ts';
import type { SampleLikelihood } from './sample-likelihood.ts';

/** How many parts a sample is cut into. */
const PARTS = 4;

/** Least number of events in each part. */
const LEAST_EVENTS = 300;

/** Half of the region in which a part is looked at first, in units of the errors of the whole sample. */
const FIRST_HALF = 40;

/**
 * Errors of the masses of a sample from the scatter of its parts.
 *
 *     σ² = Σ_k (θ_k − θ̄)² / (K (K − 1)),   K = 4 parts
 *
 * The posterior distribution is as narrow as the masses of all antlers being exactly alike makes it. Where
 * they are not, be it by widths or rounding of a millionth, it says too little, and the scatter says how
 * much. For antlers that are alike it is a little too large, for such errors fall faster than 1/√n.
 *
 * @param part Makes the likelihood of the events of a range.
 * @param events Number of events.
 * @param whole Masses of the whole sample.
 * @returns The errors; null where a part would have fewer than 300 events.
 * @throws RangeError if the posterior distribution of a part does not settle.
 */
export async function scatterOfParts(
  part: (range: readonly [number, number]) => SampleLikelihood,
  events: number,
  { mA, mB, errors }: Posterior
): Promise<MassErrors | null> {
  if (events < PARTS * LEAST_EVENTS) return null;
  const start = { mA, mB, halfA: FIRST_HALF * errors.mA, halfB: FIRST_HALF * errors.mB };
  const [x, y] = [new Float64Array(PARTS), new Float64Array(PARTS)];
  for (let k = 0; k < PARTS; ++k) {
    const range = [k, k + 1].map((edge) => Math.floor((edge * events) / PARTS));
    const found = await zoomToPosterior(part([range[0], range[1]]), start);
    x[k] = found.mA;
    y[k] = found.mB;
  }
  const { aa, ab, bb } = spread(x, y).covariance;
  return massErrors({ aa: aa / (PARTS - 1), ab: ab / (PARTS - 1), bb: bb / (PARTS - 1) });
}
