import { visibleRoles } from '@deelema/deelema';
import { momentumColumns } from '@deelema/events';
import type { ModelDescription } from '../record/model-schema.ts';
import { massShells } from './mass-shells.ts';

/**
 * Columns of events that a model needs.
 *
 * @param model The model.
 * @returns `event`, the visible momenta, `ptmiss_x` and `ptmiss_y`.
 */
export function inputColumns({ topology }: Pick<ModelDescription, 'topology'>): string[] {
  return ['event', ...visibleRoles(topology).flatMap(momentumColumns), 'ptmiss_x', 'ptmiss_y'];
}

/**
 * Columns of the results of a model.
 *
 * @param model The model.
 * @returns `event`, `k1_E` … `k2_pz`, the masses, e.g. `m_A1`, `pairing` where one is chosen, and of the
 *  recipe `deelema` `log_density`.
 */
export function resultColumns(model: ModelDescription): string[] {
  const { topology } = model;
  const chosen = model.recipe === 'deelema' ? ['pairing', 'log_density'] : ['pairing'];
  return [
    'event',
    ...['k1', 'k2'].flatMap(momentumColumns),
    ...massShells(topology).map(({ column }) => column),
    ...(model.recipe === 'deelema' || model.pairing === 'blind' ? chosen : []),
  ];
}
