import type { ResolutionTable } from '@deelema/kinematics';

/** Whom the smearing of antlers may name: `a` stands for a1 and a2, `b` for b1 and b2. */
type AntlerName = 'a' | 'b' | 'a1' | 'a2' | 'b1' | 'b2';

/** Who is smeared, and with which resolution: `a` stands for a1, a2, …, and a1 beats a. */
export type SmearedObjects<Name extends string = AntlerName> = Readonly<
  Partial<Record<Name, ResolutionTable | undefined>>
>;

/** How a detector measures events; for other particles than those of the antler, `Name` is `string`. */
export interface SmearingSettings<Name extends string = AntlerName> {
  /** Where its random numbers start. */
  readonly seed: number;
  /** Relative energy resolution of the visible particles by pT. */
  readonly objects: SmearedObjects<Name>;
  /** Resolution of pTmiss itself, on top of what the visible particles do to it: σ of each component, GeV. */
  readonly ptmiss?: { readonly sigma: number } | undefined;
}
