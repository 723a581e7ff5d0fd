import { fourMomenta, type EventBatch } from '@deelema/events';
import type { FourMomenta } from '@deelema/kinematics';

/** Masses of the particles that end the chain A → a B → a b C, GeV. */
export interface StableMasses {
  readonly a: number;
  readonly b: number;
  readonly C: number;
}

/** The particles of one branch: n events, GeV. */
export interface BranchMomenta {
  readonly a: FourMomenta;
  readonly b: FourMomenta;
  readonly c: FourMomenta;
}

/** Branch 1 and branch 2 of n antlers. */
export type Branches = readonly [BranchMomenta, BranchMomenta];

/**
 * The momenta of a batch of antlers, as views into it.
 *
 * @param batch Events with all momenta: n events, GeV.
 */
export function branchesOf(batch: EventBatch): Branches {
  const branch = (k: 1 | 2): BranchMomenta => ({
    a: fourMomenta(batch, `a${k}`),
    b: fourMomenta(batch, `b${k}`),
    c: fourMomenta(batch, `c${k}`),
  });
  return [branch(1), branch(2)];
}
