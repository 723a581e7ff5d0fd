import { visibleRoles } from '@deelema/deelema';
import type { DecayTopology } from '@deelema/deelema';

/**
 * The particle in the same place of the other branch.
 *
 * @param topology The decays.
 * @returns For each of `visibleRoles` the index of the role across; its own where there is none.
 */
export function acrossBranches({ branches, ...rest }: DecayTopology): readonly number[] {
  const roles = visibleRoles({ branches, ...rest });
  const across = [...roles.keys()];
  branches.forEach(({ steps }, branch) => {
    steps.forEach(({ visibles }, k) => {
      const there = branches[1 - branch].steps[k]?.visibles ?? [];
      visibles.forEach((role, i) => {
        if (i < there.length) across[roles.indexOf(role)] = roles.indexOf(there[i]);
      });
    });
  });
  return across;
}
