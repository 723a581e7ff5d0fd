/**
 * One chain of a subsystem, as a row of numbers, in units that make the event of order one.
 *
 * The conditions on the chain's invisible momentum k, k² = m², are linear:
 *
 *     o·k = Y − offset,   c·k = W − con
 *
 * with the levels Y and W common to both chains; Y = M²/2 is what is minimised.
 *
 *     (ab)   o = a + b,   offset = (o² + m²)/2,   c = b,   con = (b² + m²)/2
 *     (b)    o = b,       offset = (b² + m²)/2,   c = a,   con = ((a + b)² + m²)/2 − offset
 */
export const CHAIN = {
    /** Objective vector o. */
    oE: 0,
    ox: 1,
    oy: 2,
    oz: 3,
    /** Constraint vector c. */
    cE: 4,
    cx: 5,
    cy: 6,
    cz: 7,
    /** Invariants o², c² and o·c. */
    oo: 8,
    cc: 9,
    oc: 10,
    /** Trial mass of the invisible particle. */
    m: 11,
    offset: 12,
    con: 13,
    length: 14,
};
/** Where a minimum is written, as a row of numbers, in the units of the problem. */
export const MINIMUM = {
    /** Y at the minimum: M = √(2Y). */
    level: 0,
    /** Largest violation of a condition, in the units of the problem. */
    residual: 1,
    k1E: 2,
    k1x: 3,
    k1y: 4,
    k1z: 5,
    k2E: 6,
    k2x: 7,
    k2y: 8,
    k2z: 9,
    length: 10,
};
