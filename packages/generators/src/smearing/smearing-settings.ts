import type { ResolutionTable } from '@deelema/kinematics';

/** Who is smeared, and with which resolution: `a` stands for a1 and a2, and a1 beats a; `b` likewise. */
export interface SmearedObjects {
  readonly a?: ResolutionTable | undefined;
  readonly b?: ResolutionTable | undefined;
  readonly a1?: ResolutionTable | undefined;
  readonly a2?: ResolutionTable | undefined;
  readonly b1?: ResolutionTable | undefined;
  readonly b2?: ResolutionTable | undefined;
}

/** How a detector measures events. */
export interface SmearingSettings {
  /** Where its random numbers start. */
  readonly seed: number;
  /** Relative energy resolution of the visible particles by pT. */
  readonly objects: SmearedObjects;
  /** Resolution of pTmiss itself, on top of what the visible particles do to it: σ of each component, GeV. */
  readonly ptmiss?: { readonly sigma: number } | undefined;
}
