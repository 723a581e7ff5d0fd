import { momentumColumns, type Column, type EventBatch, type Role } from '@deelema/events';
import type { RoleMomenta } from './antler-decay.ts';
import { missingMomentum } from './missing-momentum.ts';

/**
 * The columns of generated events: unweighted, without recoil, truth included.
 *
 * @param momenta Four-momenta by role: n events, GeV; not copied.
 * @param firstEvent Number of the first event.
 * @returns A batch of n events with the columns of `eventColumns(true)`.
 */
export function eventBatch(momenta: RoleMomenta, firstEvent: number): EventBatch {
  const length = momenta.a1.e.length;
  const columns: Record<string, Column> = {
    event: new Uint32Array(length).map((_, i) => firstEvent + i),
    weight: new Float64Array(length).fill(1),
  };
  for (const role of Object.keys(momenta) as Role[]) {
    const { e, px, py, pz } = momenta[role];
    momentumColumns(role).forEach((name, k) => (columns[name] = [e, px, py, pz][k]));
  }
  return { length, columns: { ...columns, ...missingMomentum({ length, columns }) } };
}
