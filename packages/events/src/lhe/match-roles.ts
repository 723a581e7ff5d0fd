import type { Role } from '../columns/roles.ts';
import type { Topology } from '../topology/topology.ts';
import { daughters, FINAL, INTERMEDIATE } from './event.ts';
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
  const heavy: number[] = [];
  for (let i = 0; i < event.count; i++) {
    if (event.status[i] === INTERMEDIATE && has(topology.A, event.id[i])) heavy.push(i);
  }
  if (heavy.length !== 2) return 'not two A';
  const [first, second] = heavy as [number, number];
  const swapped = event.id[first] < 0 && event.id[second] > 0;
  return (
    matchBranch(event, topology, swapped ? second : first, out, 0) ??
    matchBranch(event, topology, swapped ? first : second, out, 3)
  );
}

function matchBranch(
  event: LheEvent,
  topology: Topology,
  heavy: number,
  out: Int32Array,
  at: number
): Mismatch | undefined {
  const upper = daughters(event, heavy);
  const a = pick(event, upper, topology.a, FINAL);
  const B = pick(event, upper, topology.B, INTERMEDIATE);
  if (upper.length !== 2 || a < 0 || B < 0) return 'A does not go to a B';
  const lower = daughters(event, B);
  const b = pick(event, lower, topology.b, FINAL);
  const C = pick(event, lower, topology.C, FINAL);
  if (lower.length !== 2 || b < 0 || C < 0) return 'B does not go to b C';
  out[at] = a;
  out[at + 1] = b;
  out[at + 2] = C;
  return undefined;
}

function pick(
  event: LheEvent,
  among: readonly number[],
  ids: readonly number[],
  status: number
): number {
  return among.find((i) => event.status[i] === status && has(ids, event.id[i])) ?? -1;
}

function has(ids: readonly number[], id: number): boolean {
  return ids.includes(Math.abs(id));
}
