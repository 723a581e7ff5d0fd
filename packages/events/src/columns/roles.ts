/** A role in A → a B, B → b C, with the number of the branch. Roles, not particles: in t t̄, a is the b quark. */
export type Role = 'a1' | 'b1' | 'a2' | 'b2' | 'c1' | 'c2';

/** The measured particles, in the order in which the network reads them. */
export const VISIBLE_ROLES = ['a1', 'a2', 'b1', 'b2'] as const satisfies readonly Role[];

/** The particles that leave no trace, one per branch. */
export const INVISIBLE_ROLES = ['c1', 'c2'] as const satisfies readonly Role[];

/**
 * Names of the four columns of a four-momentum.
 *
 * @param role A role, or any other prefix, e.g. `k1` for a predicted invisible momentum.
 * @returns `[E, px, py, pz]` as column names, e.g. `a1_E a1_px a1_py a1_pz`.
 */
export function momentumColumns(role: string): [string, string, string, string] {
  return [`${role}_E`, `${role}_px`, `${role}_py`, `${role}_pz`];
}

/**
 * Columns of events as they come from a generator, in the order of a file.
 *
 * @param invisible Whether the true invisible momenta are known.
 * @returns `event`, the momenta branch by branch, `ptmiss_x`, `ptmiss_y`, `weight`.
 */
export function eventColumns(invisible: boolean): string[] {
  const roles: Role[] = ['a1', 'b1', 'a2', 'b2'];
  if (invisible) roles.push(...INVISIBLE_ROLES);
  return ['event', ...roles.flatMap(momentumColumns), 'ptmiss_x', 'ptmiss_y', 'weight'];
}
