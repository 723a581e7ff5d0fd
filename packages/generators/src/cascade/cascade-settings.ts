import type { HardProcess, RecoilSettings } from '@deelema/pair-production';
import type { SmearingSettings } from '../smearing/smearing-settings.ts';

/** One decay of a chain: parent → visibles + the next parent, or the invisible particle after the last. */
export interface CascadeStep {
  /** Mass of the parent, GeV. */
  readonly mass: number;
  /** Its width, GeV; 0 if omitted. */
  readonly width?: number | undefined;
  /** Roles of the visible particles that it sends out, e.g. `a1`, one or more; they are massless. */
  readonly visibles: readonly string[];
}

/** One of the two decay chains. */
export interface CascadeBranch {
  /** From the first parent down. */
  readonly steps: readonly CascadeStep[];
  /** Role of the invisible particle at the end, e.g. `c1`. */
  readonly invisible: string;
  /** GeV. */
  readonly invisibleMass: number;
}

/**
 * What to simulate: a pair of heavy particles, each with a chain of decays of its own.
 *
 * All masses, widths and energies in GeV.
 */
export interface CascadeSettings {
  readonly branches: readonly [CascadeBranch, CascadeBranch];
  /** √s of the proton beams together; 13 000 if omitted. */
  readonly beamEnergy?: number | undefined;
  /** How the pair is made: like gluinos without squarks, if omitted, like tops, or with |M|² = 1. */
  readonly production?: HardProcess | undefined;
  /** Transverse momentum of the pair; none if omitted. */
  readonly recoil?: RecoilSettings | undefined;
  /**
   * Perfect detection if omitted. Objects go by role; the role without its number stands for all that
   * have it: `a` for a1 and a2.
   */
  readonly smearing?: SmearingSettings<string> | undefined;
  /** Number of events. */
  readonly events: number;
  readonly seed: number;
}
