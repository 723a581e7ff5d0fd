import { COMPLETIONS, float64Columns } from '@deelema/deelema';
import type { CompletionName, Momenta } from '@deelema/deelema';
import { float64Column, fourMomenta } from '@deelema/events';
import type { EventBatch } from '@deelema/events';
import { sumMass } from '@deelema/kinematics';

/** The columns that the stage writes. */
export const PREDICTED_COLUMNS = [
  'event',
  ...['k1', 'k2'].flatMap((role) => ['E', 'px', 'py', 'pz'].map((part) => `${role}_${part}`)),
  'm_A1',
  'm_A2',
  'm_B1',
  'm_B2',
] as const;

/** What turns network outputs into momenta. */
export interface Conjecture {
  readonly completion: CompletionName;
  /** Conjectured mass of C, GeV. */
  readonly mC: number;
}

/**
 * Completes the invisible momenta in double precision, so that m_C and pTmiss hold exactly, and
 * takes the masses.
 *
 *     m_Bi² = (p_bi + k_i)²,   m_Ai² = (p_ai + p_bi + k_i)²
 *
 * @param batch Visible momenta and pTmiss: n events, GeV.
 * @param outputs One column per network output: n events, GeV.
 * @param conjecture How outputs are completed.
 * @returns The columns of `PREDICTED_COLUMNS`; a mass is −√|m²| where m² < 0.
 * @see PRR 5, 043186, Section III
 */
export function predictedBatch(
  batch: EventBatch,
  outputs: readonly Float64Array[],
  { completion, mC }: Conjecture
): EventBatch {
  const ptmiss = { px: float64Column(batch, 'ptmiss_x'), py: float64Column(batch, 'ptmiss_y') };
  const known = { ptmiss, mC };
  const { q1, q2 } = COMPLETIONS[completion].complete(float64Columns, outputs, known);
  const [a1, a2, b1, b2] = ['a1', 'a2', 'b1', 'b2'].map((role) => fourMomenta(batch, role));
  const columns = {
    event: batch.columns.event,
    ...named('k1', q1),
    ...named('k2', q2),
    m_A1: sumMass([a1, b1, q1]),
    m_A2: sumMass([a2, b2, q2]),
    m_B1: sumMass([b1, q1]),
    m_B2: sumMass([b2, q2]),
  };
  return { length: batch.length, columns };
}

function named(role: string, { e, px, py, pz }: Momenta<Float64Array>) {
  return { [`${role}_E`]: e, [`${role}_px`]: px, [`${role}_py`]: py, [`${role}_pz`]: pz };
}
