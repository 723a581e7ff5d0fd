import { float64Column, fourMomenta, momentumColumns, VISIBLE_ROLES } from '@deelema/events';
import type { EventBatch } from '@deelema/events';
import type { AntlerEvents } from '@deelema/mass-variables';

/** The columns M_T2 is made of, and `event`, which is handed on. */
export const COLUMNS: readonly string[] = [
  'event',
  ...VISIBLE_ROLES.flatMap(momentumColumns),
  'ptmiss_x',
  'ptmiss_y',
];

/**
 * The measured momenta of a batch, as views: no copy is made.
 *
 * @param batch Events with the {@link COLUMNS}.
 * @returns Four-momenta and missing transverse momentum: n events, GeV.
 * @throws InputError if a column is missing.
 */
export function antlerEvents(batch: EventBatch): AntlerEvents {
  return {
    a1: fourMomenta(batch, 'a1'),
    b1: fourMomenta(batch, 'b1'),
    a2: fourMomenta(batch, 'a2'),
    b2: fourMomenta(batch, 'b2'),
    ptmissX: float64Column(batch, 'ptmiss_x'),
    ptmissY: float64Column(batch, 'ptmiss_y'),
  };
}
