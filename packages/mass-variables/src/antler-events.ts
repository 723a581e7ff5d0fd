import type { FourMomenta } from '@deelema/kinematics';

/**
 * What is measured of n antler events, A_i → a_i B_i → a_i b_i C_i in two branches, i = 1, 2.
 */
export interface AntlerEvents {
  /** Visible particles: n events, GeV. */
  readonly a1: FourMomenta;
  readonly b1: FourMomenta;
  readonly a2: FourMomenta;
  readonly b2: FourMomenta;
  /** Missing transverse momentum along x and y: n events, GeV. */
  readonly ptmissX: Float64Array;
  readonly ptmissY: Float64Array;
}

/**
 * The part of an antler a mass variable looks at: `b` takes B_i → b_i C_i and leaves a_i to the
 * upstream momentum, `ab` takes A_i → (a_i b_i) C_i.
 */
export type Subsystem = 'b' | 'ab';
