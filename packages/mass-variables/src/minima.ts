import { zeroFourMomenta, type FourMomenta } from '@deelema/kinematics';

/** What a variable of the M_2 family gives for n events: entry i of every column belongs to event i. */
export interface Minima {
  /** The variable, GeV; NaN where the status is none of `ok`, `oneSided` and `found`. */
  readonly value: Float64Array;
  /** One of the numbers of `STATUS`. */
  readonly status: Uint8Array;
  /** Largest violation of a condition by the momenta, relative to the event's scale; NaN like the value. */
  readonly residual: Float64Array;
  /** The minimising invisible four-momenta, GeV; NaN like the value. */
  readonly k1: FourMomenta;
  readonly k2: FourMomenta;
}

/**
 * Room for the minima of n events.
 *
 * @param n Number of events.
 */
export function emptyMinima(n: number): Minima {
  return {
    value: new Float64Array(n),
    status: new Uint8Array(n),
    residual: new Float64Array(n),
    k1: zeroFourMomenta(n),
    k2: zeroFourMomenta(n),
  };
}
