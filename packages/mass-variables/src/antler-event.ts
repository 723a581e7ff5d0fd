import type { FourMomenta } from '@deelema/kinematics';
import type { AntlerEvents } from './antler-events.ts';
import type { Minima } from './minima.ts';
import type { Status } from './status.ts';

/** Energy and momentum along x, y and z, GeV. */
export type FourMomentum = readonly [e: number, px: number, py: number, pz: number];

/** What is measured of one antler event, A_i → a_i B_i → a_i b_i C_i in two branches, i = 1, 2. */
export interface AntlerEvent {
  /** Visible particles, GeV. */
  readonly a1: FourMomentum;
  readonly b1: FourMomentum;
  readonly a2: FourMomentum;
  readonly b2: FourMomentum;
  /** Missing transverse momentum along x and y, GeV. */
  readonly ptmiss: readonly [x: number, y: number];
}

/** What a variable of the M_2 family gives for one event. */
export interface Minimum {
  /** The variable, GeV; NaN where the status is none of `ok`, `oneSided` and `found`. */
  readonly value: number;
  readonly status: Status;
  /** Largest violation of a condition by the momenta, relative to the event's scale; NaN like the value. */
  readonly residual: number;
  /** The minimising invisible four-momenta, GeV; NaN like the value. */
  readonly k1: FourMomentum;
  readonly k2: FourMomentum;
}

/** Columns of this one event. */
export function singleEvent({ a1, b1, a2, b2, ptmiss }: AntlerEvent): AntlerEvents {
  const column = ([e, px, py, pz]: FourMomentum): FourMomenta => ({
    e: Float64Array.of(e),
    px: Float64Array.of(px),
    py: Float64Array.of(py),
    pz: Float64Array.of(pz),
  });
  return {
    a1: column(a1),
    b1: column(b1),
    a2: column(a2),
    b2: column(b2),
    ptmissX: Float64Array.of(ptmiss[0]),
    ptmissY: Float64Array.of(ptmiss[1]),
  };
}

/** The only event of columns of one. */
export function singleMinimum({ value, status, residual, k1, k2 }: Minima): Minimum {
  return {
    value: value[0],
    status: status[0] as Status,
    residual: residual[0],
    k1: [k1.e[0], k1.px[0], k1.py[0], k1.pz[0]],
    k2: [k2.e[0], k2.px[0], k2.py[0], k2.pz[0]],
  };
}
