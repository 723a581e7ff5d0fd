import { abs, add, exp, log, maximum, mul, neg, sub, div } from '@tensorflow/tfjs-core';
import type { Tensor2D } from '@tensorflow/tfjs-core';
import type { ShellTargets } from './proposal.ts';

/** Events that are no such decays, or worse measured than said. */
export interface Outliers {
  /** ε: their share, at least 0, less than 1. */
  readonly share: number;
  /** w: how many times broader their masses lie. */
  readonly broader: number;
}

/**
 * ln of the density of the reconstructed masses around the auxiliary ones.
 *
 *     ln[(1 − ε) e^{−D} + ε w^{−k} e^{−D/w}] − Σ ln τ,   D = Σ_shells |m − m̃|/τ
 *
 * D is the paper's loss with L1 distances, every mass in units of its resolution.
 *
 * @param masses Of the k shells: [n, S] each.
 * @param targets m̃ and τ of each.
 * @param outliers ε and w.
 * @returns [n, S].
 * @see PRR 5, 043186, Eq. (1)
 */
export function logMassDensity(
  masses: readonly Tensor2D[],
  { masses: common, resolutions }: ShellTargets,
  { share, broader }: Outliers
): Tensor2D {
  const terms = masses.map((mass, i): Tensor2D => div(abs(sub(mass, common[i])), resolutions[i]));
  const distance = terms.reduce((sum, term) => add(sum, term));
  const scales = resolutions.map((tau) => log(tau)).reduce((sum, term) => add(sum, term));
  const core = neg(distance);
  if (share === 0) return sub(core, scales);
  const offset = Math.log(share / (1 - share)) - masses.length * Math.log(broader);
  const tail = add<Tensor2D>(mul(distance, -1 / broader), offset);
  const larger = maximum(core, tail);
  const sum = add(exp(sub(core, larger)), exp(sub(tail, larger)));
  return sub(add(add(larger, log(sum)), Math.log(1 - share)), scales);
}
