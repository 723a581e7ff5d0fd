import { massNames, visibleRoles } from '@deelema/deelema';
import type { DecayTopology } from '@deelema/deelema';

/** One mass of an event: a resonance of one branch. */
export interface MassShell {
  /** Its column, e.g. `m_A1`. */
  readonly column: string;
  /** 0 or 1. */
  readonly branch: 0 | 1;
  /** Which resonance of its branch, from 0: the first parent. */
  readonly step: number;
  /** Visible particles of all decays from it down, indices into `visibleRoles`. */
  readonly visibles: readonly number[];
}

/**
 * The masses of an event, in the order of columns and of the ONNX output `masses`.
 *
 * @param topology The decays.
 * @returns Name by name as `massNames`, branch 1 before branch 2: `m_A1`, `m_A2`, `m_B1`, `m_B2` of the antler.
 */
export function massShells(topology: DecayTopology): readonly MassShell[] {
  const roles = visibleRoles(topology);
  return massNames(topology).flatMap((name) =>
    ([0, 1] as const).flatMap((branch) => {
      const { steps } = topology.branches[branch];
      const step = steps.findIndex(({ mass }) => mass === name);
      if (step < 0) return [];
      const below = steps.slice(step).flatMap(({ visibles }) => visibles);
      const visibles = below.map((role) => roles.indexOf(role));
      return [{ column: `m_${name}${branch + 1}`, branch, step, visibles }];
    })
  );
}
