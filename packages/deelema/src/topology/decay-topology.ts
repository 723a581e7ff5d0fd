/** One decay of a branch: parent → visibles + what is next. */
export interface DecayStep {
  /** Name of the parent's auxiliary mass, `A`. */
  readonly mass: string;
  /** Roles of the visible particles that it sends out, `a1`. */
  readonly visibles: readonly string[];
}

/** One of the two decay chains. */
export interface DecayBranch {
  /** From the first parent down. */
  readonly steps: readonly DecayStep[];
  /** Role of the invisible particle at the end, `c1`. */
  readonly invisible: string;
}

/** What decays into what in both branches, and which particles may be confused. */
export interface DecayTopology {
  readonly name: string;
  readonly branches: readonly [DecayBranch, DecayBranch];
  /** Pairs of visible roles that may be confused; each doubles the pairings. */
  readonly exchanges: readonly (readonly [string, string])[];
}

/**
 * The antler: Aᵢ → aᵢ Bᵢ, Bᵢ → bᵢ Cᵢ, where b₁ and b₂ may be confused.
 *
 * @see Fig. 1 of PRR 5, 043186
 */
export const ANTLER: DecayTopology = {
  name: 'antler',
  branches: [antlerBranch(1), antlerBranch(2)],
  exchanges: [['b1', 'b2']],
};

function antlerBranch(i: 1 | 2): DecayBranch {
  return {
    steps: [
      { mass: 'A', visibles: [`a${i}`] },
      { mass: 'B', visibles: [`b${i}`] },
    ],
    invisible: `c${i}`,
  };
}

/**
 * Roles of the visible particles: those of the first steps of branch 1 and 2, of the second steps, …
 *
 * @param topology The decays.
 * @returns `a1`, `a2`, `b1`, `b2` of the antler.
 */
export function visibleRoles({ branches }: DecayTopology): readonly string[] {
  const depth = Math.max(...branches.map(({ steps }) => steps.length));
  return Array.from({ length: depth }, (_, k) => k).flatMap((k) =>
    branches.flatMap(({ steps }) => steps[k]?.visibles ?? [])
  );
}

/**
 * Whether the branches are of one kind: the same masses, and as many visible particles step by step.
 *
 * @param topology The decays.
 */
export function branchesAlike({ branches: [first, second] }: DecayTopology): boolean {
  return (
    first.steps.length === second.steps.length &&
    first.steps.every(({ mass, visibles }, k) => {
      const other = second.steps[k];
      return other.mass === mass && other.visibles.length === visibles.length;
    })
  );
}
