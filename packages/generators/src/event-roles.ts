import { INVISIBLE_ROLES, VISIBLE_ROLES } from '@deelema/events';

/** The particles of generated events, by the role that their columns are named after. */
export interface EventRoles {
  /** In the order in which they are smeared. */
  readonly visible: readonly string[];
  /** Of branch 1 and of branch 2. */
  readonly invisible: readonly [string, string];
}

/** Those of the antler. */
export const ANTLER_ROLES: EventRoles = { visible: VISIBLE_ROLES, invisible: INVISIBLE_ROLES };
