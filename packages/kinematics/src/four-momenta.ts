/**
 * Four-momenta of n events as a struct of arrays: entry i of every column belongs to event i.
 * All components in GeV, with c = 1.
 */
export interface FourMomenta {
  readonly e: Float64Array;
  readonly px: Float64Array;
  readonly py: Float64Array;
  readonly pz: Float64Array;
}

/**
 * Room for the four-momenta of n events, all zero.
 *
 * @param n Number of events.
 */
export function zeroFourMomenta(n: number): FourMomenta {
  return {
    e: new Float64Array(n),
    px: new Float64Array(n),
    py: new Float64Array(n),
    pz: new Float64Array(n),
  };
}

/**
 * Refuses four-momenta whose columns do not all hold n events.
 *
 * @param name What to call them in the message, e.g. `sumMass: momenta[0]`.
 * @throws RangeError naming the first column of another length.
 */
export function checkLength(name: string, momenta: FourMomenta, n: number): void {
  for (const key of ['e', 'px', 'py', 'pz'] as const) {
    if (momenta[key].length !== n) {
      throw new RangeError(`${name}.${key} has ${momenta[key].length} events, expected ${n}.`);
    }
  }
}
