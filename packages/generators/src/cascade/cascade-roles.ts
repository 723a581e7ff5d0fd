import type { EventRoles } from '../event-roles.ts';
import type { CascadeBranch } from './cascade-settings.ts';

/**
 * The particles of two chains.
 *
 * @param branches The chains.
 * @returns Visible ones of the first steps of both, of the second steps, …: a1, a2, b1, b2 of the antler.
 */
export function cascadeRoles(branches: readonly [CascadeBranch, CascadeBranch]): EventRoles {
  const [one, two] = branches;
  const depth = Math.max(one.steps.length, two.steps.length);
  const visible = Array.from({ length: depth }, (_, k) =>
    branches.flatMap(({ steps }) => steps[k]?.visibles ?? [])
  ).flat();
  return { visible, invisible: [one.invisible, two.invisible] };
}
