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

/** A view of the events from `first` up to `end`. */
export function partOfBranch(
  { a, b, c }: BranchMomenta,
  first: number,
  end: number
): BranchMomenta {
  const part = ({ e, px, py, pz }: FourMomenta): FourMomenta => ({
    e: e.subarray(first, end),
    px: px.subarray(first, end),
    py: py.subarray(first, end),
    pz: pz.subarray(first, end),
  });
  return { a: part(a), b: part(b), c: part(c) };
}
