import { INVISIBLE_ROLES, VISIBLE_ROLES } from '../columns/roles.ts';
import type { Role } from '../columns/roles.ts';
import { InputError } from '../errors.ts';
import type { Pairing } from './pairing.ts';

/** Which array plays which role. */
export type ArrayRoles = Readonly<Partial<Record<Role, string>>>;

/**
 * Whether the arrays are those of the original code for the method: b quarks `b1 b2`, leptons `l1 l2` and, for
 * simulated events, neutrinos `nu1 nu2`, not in the order of the branches.
 *
 * @param names Names of the arrays.
 */
export function isOriginalFormat(names: readonly string[]): boolean {
  return names.includes('l1') || names.includes('l2');
}

/**
 * Which of the arrays play the roles.
 *
 * In the original format a_i = b_i and c_i = nu_i; b_i is l_i with the pairing `straight` and the other lepton with
 * `crossed`. Otherwise the arrays have the names of the roles.
 *
 * @param path Name of the file for messages.
 * @param names Names of the arrays.
 * @param pairing Which lepton belongs to which b quark.
 * @returns Array by role, the invisible ones only if both are there.
 * @throws InputError if an array is missing.
 * @see PRR 5, 043186: the training code published with it.
 */
export function rolesOfArrays(
  path: string,
  names: readonly string[],
  pairing: Pairing
): ArrayRoles {
  const original = isOriginalFormat(names);
  const [l1, l2] = pairing === 'straight' ? ['l1', 'l2'] : ['l2', 'l1'];
  const roles: Record<Role, string> = original
    ? { a1: 'b1', a2: 'b2', b1: l1, b2: l2, c1: 'nu1', c2: 'nu2' }
    : { a1: 'a1', a2: 'a2', b1: 'b1', b2: 'b2', c1: 'c1', c2: 'c2' };
  const missing = VISIBLE_ROLES.map((role) => roles[role]).filter((name) => !names.includes(name));
  if (missing.length > 0) {
    const there = names.length === 0 ? 'no arrays' : names.slice(0, 20).join(', ');
    throw new InputError(
      `${path}: ${missing.join(', ')} missing; the file has ${there}; expected a1, b1, a2, b2, or b1, b2, l1, l2.`
    );
  }
  const truth = INVISIBLE_ROLES.every((role) => names.includes(roles[role]));
  const used: readonly Role[] = truth ? [...VISIBLE_ROLES, ...INVISIBLE_ROLES] : VISIBLE_ROLES;
  return Object.fromEntries(used.map((role) => [role, roles[role]]));
}
