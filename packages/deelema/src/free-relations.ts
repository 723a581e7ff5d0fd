import { add, fill, square, sub } from '@tensorflow/tfjs-core';
import type { Tensor1D } from '@tensorflow/tfjs-core';
import type { Completion, InvisibleMomenta, Known } from './completion.ts';
import type { Distance } from './distances.ts';
import { speciesLosses } from './loss.ts';
import { guardedMass } from './mass.ts';

/**
 * What the loss of each event gains when K leaves relations free for the network to learn.
 *
 *     freeMass         + d(m_C1, m_C2) + d(m_C, m_C1) + d(m_C, m_C2)
 *     freeTransverse   + |q_1T + q_2T − pTmiss|²
 *
 * The square and the weight 1 of the second term are those of the authors' public code.
 *
 * @param completion Which relations are free.
 * @param invisible Completed momenta: n events, units of the scale.
 * @param known pTmiss and m_C in the same unit.
 * @param distance d.
 * @returns n events; undefined if no relation is free.
 * @see PRR 5, 043186, Ref. [37]
 */
export function freeRelationLosses(
  completion: Completion,
  { q1, q2 }: InvisibleMomenta<Tensor1D>,
  { ptmiss, mC }: Known<Tensor1D>,
  distance: Distance
): Tensor1D | undefined {
  const terms: Tensor1D[] = [];
  if (completion.freeMass) {
    const common = fill(q1.e.shape, mC);
    terms.push(speciesLosses(guardedMass(q1), guardedMass(q2), common, distance));
  }
  if (completion.freeTransverse) {
    const x = sub(add(q1.px, q2.px), ptmiss.px);
    const y = sub(add(q1.py, q2.py), ptmiss.py);
    terms.push(add(square(x), square(y)));
  }
  return terms.length === 0 ? undefined : terms.reduce((sum, term) => add(sum, term));
}
