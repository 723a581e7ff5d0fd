import { momentumColumns, type Column, type EventBatch, type Role } from '@deelema/events';
import type { BranchMomenta } from './decay/branch-momenta.ts';

/** Branch 1 and branch 2 of n events. */
export type Branches = readonly [BranchMomenta, BranchMomenta];

/**
 * The batch of generated events: unweighted, truth included.
 *
 * pTmiss is the sum of the invisible transverse momenta: perfect detection, whatever recoils.
 *
 * @param branches The momenta in the laboratory: n events, GeV; not copied.
 * @param firstEvent Number of the first event.
 * @returns A batch with the columns of `eventColumns(true)`.
 */
export function eventBatch(branches: Branches, firstEvent: number): EventBatch {
  const [{ c: c1 }, { c: c2 }] = branches;
  const length = c1.e.length;
  const event = new Uint32Array(length);
  const [ptmissX, ptmissY] = [new Float64Array(length), new Float64Array(length)];
  for (let i = 0; i < length; ++i) {
    event[i] = firstEvent + i;
    ptmissX[i] = c1.px[i] + c2.px[i];
    ptmissY[i] = c1.py[i] + c2.py[i];
  }
  const weight = new Float64Array(length).fill(1);
  const columns = { event, ptmiss_x: ptmissX, ptmiss_y: ptmissY, weight };
  return { length, columns: { ...columns, ...momenta(branches) } };
}

function momenta(branches: Branches): Record<string, Column> {
  const columns: Record<string, Column> = {};
  branches.forEach((branch, k) => {
    for (const particle of ['a', 'b', 'c'] as const) {
      const { e, px, py, pz } = branch[particle];
      const role: Role = k === 0 ? `${particle}1` : `${particle}2`;
      momentumColumns(role).forEach((name, place) => (columns[name] = [e, px, py, pz][place]));
    }
  });
  return columns;
}
