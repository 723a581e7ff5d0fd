import { logSumExp } from '@deelema/deelema';
import type { DensityModel } from '@deelema/deelema';
import {
  argMax,
  div,
  equal,
  greater,
  reshape,
  slice,
  sub,
  sum,
  tensor1d,
  where,
} from '@tensorflow/tfjs-core';
import type { Rank, Tensor, Tensor1D, Tensor2D } from '@tensorflow/tfjs-core';

/** ln of the weight of a draw that has none: far below any other, and still a number. */
const LEAST_LOG_WEIGHT = -1e30;

/** The solution of each event, in its canonical frame: columns [n], units of the model. */
export interface ChosenDraw {
  /** int32: index into `pairings`. */
  readonly pairing: Tensor1D;
  /** ln p of the event. */
  readonly logDensity: Tensor1D;
  /** p_x, p_y, p_z of the invisible particles of branch 1 and 2 of the frame. */
  readonly invisible: readonly (readonly [Tensor1D, Tensor1D, Tensor1D])[];
  /** E_true/E of each smeared visible, in the order of `visibleRoles`. */
  readonly scales: readonly Tensor1D[];
  /** In the order of shells: branch 1 of the frame from its first resonance down, then branch 2. */
  readonly masses: readonly Tensor1D[];
}

/**
 * Chooses the pairing and, of its draws, the solution of each event.
 *
 *     pairing = argmax_k ln Σ_s w_ks,   s = argmax_s w_ks of that pairing,   ln p = ln[1/(P S) Σ_ks w_ks]
 *
 * The first of equals is taken.
 *
 * @param model The model.
 * @param rows Of `toCanonicalFrame`: [n P, width].
 * @param noise The same draws for all rows: [1, d S].
 * @param smeared Indices of the smeared visibles into `visibleRoles`.
 */
export function chooseDraw(
  model: DensityModel,
  rows: Tensor2D,
  noise: Tensor2D,
  smeared: readonly number[]
): ChosenDraw {
  const { completed, logWeights } = model.draws(rows, noise);
  const [perEvent, draws] = [model.pairings, noise.shape[1] / model.unknowns];
  const [n, all] = [rows.shape[0] / perEvent, perEvent * draws];
  // Comparisons with NaN are false.
  const weights: Tensor2D = where(
    greater(logWeights, LEAST_LOG_WEIGHT),
    logWeights,
    LEAST_LOG_WEIGHT
  );
  const ofPairings = reshape<Rank.R2>(logSumExp(weights), [n, perEvent]);
  const pairing: Tensor1D = argMax(ofPairings, 1);
  const mine = equal(counting([1, perEvent, 1]), reshape(pairing, [n, 1, 1]));
  const inMine = where(mine, reshape(weights, [n, perEvent, draws]), 2 * LEAST_LOG_WEIGHT);
  const best = argMax(reshape<Rank.R2>(inMine, [n, all]), 1);
  const chosen = equal(counting([1, all]), reshape(best, [n, 1]));
  const take = (column: Tensor): Tensor1D =>
    sum(where(chosen, reshape<Rank.R2>(column, [n, all]), 0), 1);
  const measured = (visible: number): Tensor2D => slice(rows, [0, 4 * visible], [-1, 1]);
  return {
    pairing,
    logDensity: sub(logSumExp(reshape<Rank.R2>(weights, [n, all])), Math.log(all)),
    invisible: completed.invisible.map(({ px, py, pz }) => [take(px), take(py), take(pz)] as const),
    scales: smeared.map((j) => take(div(completed.visibles[j].e, measured(j)))),
    masses: completed.masses.map(take),
  };
}

/** 0, 1, 2, … */
function counting(shape: number[]): Tensor {
  const length = shape.reduce((product, one) => product * one, 1);
  return reshape(tensor1d(Int32Array.from({ length }, (_, i) => i)), shape);
}
