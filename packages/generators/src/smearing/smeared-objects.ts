import { momentumColumns, trueRole, VISIBLE_ROLES, type Role } from '@deelema/events';
import type { ResolutionTable } from '@deelema/kinematics';
import type { SmearingSettings } from './smearing-settings.ts';

/**
 * Who is smeared, and with which resolution.
 *
 * @param settings The settings.
 * @returns Pairs of role and table, in the order a1, a2, b1, b2.
 */
export function smearedObjects({ objects }: SmearingSettings): [Role, ResolutionTable][] {
  return VISIBLE_ROLES.flatMap((role): [Role, ResolutionTable][] => {
    const table = objects[role] ?? objects[role.charAt(0) as 'a' | 'b'];
    return table === undefined ? [] : [[role, table]];
  });
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
