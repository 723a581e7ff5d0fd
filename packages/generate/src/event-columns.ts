import { momentumColumns, type EventBatch, type Role } from '@deelema/events';
import type { RoleMomenta } from './antler-decay.ts';

/** Order of the particles in an event file of ours. */
const ROLE_ORDER = ['a1', 'b1', 'a2', 'b2', 'c1', 'c2'] as const satisfies readonly Role[];

const INVISIBLE: readonly Role[] = ['c1', 'c2'];

/**
 * Names of the columns of generated events, in their order in the file.
 *
 * @param truth Whether the invisible momenta are known.
 */
export function eventColumns(truth: boolean): string[] {
  const roles = ROLE_ORDER.filter((role) => truth || !INVISIBLE.includes(role));
  return ['event', ...roles.flatMap(momentumColumns), 'ptmiss_x', 'ptmiss_y', 'weight'];
}

/**
 * The columns of generated events, unweighted and without recoil.
 *
 *     pTmiss = −Σ visible pT
 *
 * @param momenta Four-momenta by role: n events, GeV; not copied.
 * @param firstEvent Number of the first event.
 * @returns A batch of n events.
 */
export function eventBatch(momenta: RoleMomenta, firstEvent: number): EventBatch {
  const { a1, b1, a2, b2 } = momenta;
  const length = a1.e.length;
  const event = new Uint32Array(length);
  const ptmissX = new Float64Array(length);
  const ptmissY = new Float64Array(length);
  for (let i = 0; i < length; ++i) {
    event[i] = firstEvent + i;
    ptmissX[i] = -(a1.px[i] + b1.px[i] + a2.px[i] + b2.px[i]);
    ptmissY[i] = -(a1.py[i] + b1.py[i] + a2.py[i] + b2.py[i]);
  }
  const columns: Record<string, Float64Array | Uint32Array> = { event };
  for (const role of ROLE_ORDER) {
    const { e, px, py, pz } = momenta[role];
    momentumColumns(role).forEach((name, k) => (columns[name] = [e, px, py, pz][k]));
  }
  const weight = new Float64Array(length).fill(1);
  return { length, columns: { ...columns, ptmiss_x: ptmissX, ptmiss_y: ptmissY, weight } };
}
