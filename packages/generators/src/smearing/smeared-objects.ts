import { momentumColumns, trueRole, VISIBLE_ROLES } from '@deelema/events';
import type { ResolutionTable } from '@deelema/kinematics';
import type { SmearingSettings } from './smearing-settings.ts';

/**
 * Who is smeared, and with which resolution.
 *
 * @param settings The settings.
 * @param roles The visible particles; a1, a2, b1, b2 if omitted.
 * @returns Pairs of role and table, in the order of `roles`.
 */
export function smearedObjects(
  { objects }: SmearingSettings<string>,
  roles: readonly string[] = VISIBLE_ROLES
): [string, ResolutionTable][] {
  return roles.flatMap((role): [string, ResolutionTable][] => {
    const table = objects[role] ?? objects[roleGroup(role)];
    return table === undefined ? [] : [[role, table]];
  });
}

/** What a role and its like in the other branch are called together: `a` of `a1`. */
export function roleGroup(role: string): string {
  return role.replace(/\d+$/, '');
}

/**
 * The columns that smearing adds: the momenta before it.
 *
 * @param settings Settings; undefined where nothing is smeared.
 * @returns E.g. `true_a1_E true_a1_px … true_a2_pz`; none where nothing is smeared.
 */
export function smearedColumns(settings: SmearingSettings | undefined): string[] {
  if (settings === undefined) return [];
  return smearedObjects(settings).flatMap(([role]) => momentumColumns(trueRole(role)));
}

/**
 * The columns that an earlier smearing added.
 *
 * @param names The columns of a file.
 * @returns Those of true visible momenta of which all four components are there.
 */
export function trueColumnsAmong(names: readonly string[]): string[] {
  const momenta = VISIBLE_ROLES.map((role) => momentumColumns(trueRole(role)));
  return momenta.filter((columns) => columns.every((name) => names.includes(name))).flat();
}

/**
 * What a sample line says about the smearing.
 *
 * @param settings Settings; undefined where nothing is smeared.
 * @returns To be appended, e.g. `, a b1 pTmiss smeared`; empty where nothing is smeared.
 */
export function smearingText(settings: SmearingSettings | undefined): string {
  if (settings === undefined) return '';
  const roles = smearedObjects(settings).map(([role]) => role);
  const both = (group: string): boolean =>
    roles.filter((role) => role.startsWith(group)).length === 2;
  const names: string[] = roles.map((role) => (both(role.charAt(0)) ? role.charAt(0) : role));
  if (settings.ptmiss) names.push('pTmiss');
  return `, ${[...new Set(names)].join(' ')} smeared`;
}
