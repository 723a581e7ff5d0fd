import { logSumExp } from '@deelema/deelema';
import type { WeightedDraws } from '@deelema/deelema';
import {
  add,
  argMax,
  div,
  equal,
  exp,
  greater,
  max,
  mul,
  neg,
  reshape,
  slice,
  square,
  sub,
  sum,
  tensor1d,
  where,
} from '@tensorflow/tfjs-core';
import type { Rank, Tensor, Tensor1D, Tensor2D } from '@tensorflow/tfjs-core';
import type { DensityParts } from './density-parts.ts';

/** ln of the weight of a draw that has none: far below any other, and still a number. */
const LEAST_LOG_WEIGHT = -1e30;

/** How far below the heaviest, in ln, a solution may lie to be chosen. */
const COMPARABLE = 4;

/** The solution of each event, in its canonical frame: columns [n], units of the model. */
export interface ChosenSolution {
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
 * Solves each draw of each event, and chooses the pairing and one solution.
 *
 *     pairing = argmax_k ln Σ_s w_ks,   ln p = ln[1/(P S) Σ_ks w_ks],
 *     s = argmin_s |q_s − q̄|²,   q̄ = Σ_s w_s q_s/Σ_s w_s
 *
 * of that pairing, s among the solutions with w_s > e⁻⁴ of the largest: the one that the others agree with best. The
 * first of equals is taken.
 *
 * @param parts The model, where its draws begin, how they are solved.
 * @param rows Of `toCanonicalFrame`: [n P, width].
 */
export function chooseSolution(parts: DensityParts, rows: Tensor2D): ChosenSolution {
  const { model, noise, solving, smeared } = parts;
  const solved = model.solutions(rows, noise, solving);
  const [perEvent, draws] = [model.pairings, noise.shape[1] / model.unknowns];
  const [n, all] = [rows.shape[0] / perEvent, perEvent * draws];
  const weights = comparable(solved.logWeights);
  const ofPairings = reshape<Rank.R2>(logSumExp(weights), [n, perEvent]);
  const pairing: Tensor1D = argMax(ofPairings, 1);
  const mine = equal(counting([1, perEvent, 1]), reshape(pairing, [n, 1, 1]));
  const inMine = where(mine, reshape(weights, [n, perEvent, draws]), 2 * LEAST_LOG_WEIGHT);
  const best = mostCentral(solved, reshape<Rank.R2>(inMine, [n, all]));
  const chosen = equal(counting([1, all]), reshape(best, [n, 1]));
  const take = (column: Tensor): Tensor1D =>
    sum(where(chosen, reshape<Rank.R2>(column, [n, all]), 0), 1);
  const measured = (visible: number): Tensor2D => slice(rows, [0, 4 * visible], [-1, 1]);
  const { invisible, visibles, masses } = solved.completed;
  return {
    pairing,
    logDensity: sub(logSumExp(reshape<Rank.R2>(weights, [n, all])), Math.log(all)),
    invisible: invisible.map(({ px, py, pz }) => [take(px), take(py), take(pz)] as const),
    scales: smeared.map((j) => take(div(visibles[j].e, measured(j)))),
    masses: masses.map(take),
  };
}

/** Without NaN: comparisons with it are false. */
function comparable(logWeights: Tensor2D): Tensor2D {
  return where(greater(logWeights, LEAST_LOG_WEIGHT), logWeights, LEAST_LOG_WEIGHT);
}

/** Index of the solution nearest to the mean of all: [n]. */
function mostCentral({ completed }: WeightedDraws, logWeights: Tensor2D): Tensor1D {
  const below: Tensor2D = sub(logWeights, max<Tensor2D>(logWeights, 1, true));
  const shares: Tensor2D = exp(below);
  const norm = sum<Tensor2D>(shares, 1, true);
  const distances: Tensor2D[] = completed.invisible
    .flatMap(({ px, py, pz }) => [px, py, pz])
    .map((column) => {
      // What has no weight may be infinite.
      const own = reshape<Rank.R2>(column, logWeights.shape);
      const q: Tensor2D = where(greater(shares, 0), own, 0);
      return square(sub(q, div(sum<Tensor2D>(mul(q, shares), 1, true), norm)));
    });
  const nearness = neg(distances.reduce((total, term) => add(total, term)));
  return argMax(where(greater(below, -COMPARABLE), nearness, LEAST_LOG_WEIGHT), 1);
}

/** 0, 1, 2, … */
function counting(shape: number[]): Tensor {
  const length = shape.reduce((product, one) => product * one, 1);
  return reshape(tensor1d(Int32Array.from({ length }, (_, i) => i)), shape);
}
