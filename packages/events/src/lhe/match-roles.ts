import type { Role } from '../columns/roles.ts';
import type { Topology } from '../topology/topology.ts';
import { FINAL, INTERMEDIATE } from './event.ts';
import type { LheEvent } from './event.ts';

/** Order of the indices that {@link matchRoles} hands out. */
export const MATCHED_ROLES = [
  'a1',
  'b1',
  'c1',
  'a2',
  'b2',
  'c2',
] as const satisfies readonly Role[];

/** Why an event has not the topology. */
export type Mismatch = 'not two A' | 'A does not go to a B' | 'B does not go to b C';

/** What {@link findPair} has found last; kept here, for an object per decay would take longer than the search. */
const pair = new Int32Array(2);

/**
 * Finds the particles that play the roles, by their mothers: the order of the particles does not matter.
 *
 * Branch 1 is that of the A with positive PDG id; if both have the same sign, that of the first in the file.
 *
 * @param event The event.
 * @param topology Which particles are looked for.
 * @param out Receives the indices of a1, b1, c1, a2, b2, c2 in the event.
 * @returns Why the event has not the topology; undefined if it has.
 */
export function matchRoles(
  event: LheEvent,
  topology: Topology,
  out: Int32Array
): Mismatch | undefined {
  let [first, second, count] = [-1, -1, 0];
  for (let i = 0; i < event.count; i++) {
    if (event.status[i] !== INTERMEDIATE || !has(topology.A, event.id[i])) continue;
    if (count++ === 0) first = i;
    else second = i;
  }
  if (count !== 2) return 'not two A';
  const swapped = event.id[first] < 0 && event.id[second] > 0;
  return (
    matchBranch(event, topology, swapped ? second : first, out, 0) ??
    matchBranch(event, topology, swapped ? first : second, out, 3)
  );
}

function matchBranch(
  event: LheEvent,
  { a, B, b, C }: Topology,
  heavy: number,
  out: Int32Array,
  at: number
): Mismatch | undefined {
  if (!findPair(event, heavy, a, B, INTERMEDIATE)) return 'A does not go to a B';
  out[at] = pair[0];
  if (!findPair(event, pair[1], b, C, FINAL)) return 'B does not go to b C';
  out[at + 1] = pair[0];
  out[at + 2] = pair[1];
  return undefined;
}

/**
 * Puts the two daughters of a particle in {@link pair}, the visible final one first; says whether there are exactly
 * those two.
 */
function findPair(
  event: LheEvent,
  mother: number,
  visible: readonly number[],
  other: readonly number[],
  otherStatus: number
): boolean {
  let daughters = 0;
  pair.fill(-1);
  for (let i = 0; i < event.count; i++) {
    if (event.mother[i] !== mother + 1 || i === mother) continue;
    daughters++;
    const id = event.id[i];
    if (pair[0] < 0 && event.status[i] === FINAL && has(visible, id)) pair[0] = i;
    else if (event.status[i] === otherStatus && has(other, id)) pair[1] = i;
  }
  return daughters === 2 && pair[0] >= 0 && pair[1] >= 0;
}

function has(ids: readonly number[], id: number): boolean {
  return ids.includes(Math.abs(id));
}
