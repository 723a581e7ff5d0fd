import { zeroFourMomenta } from '@deelema/kinematics';
/**
 * Room for the minima of n events.
 *
 * @param n Number of events.
 */
export function emptyMinima(n) {
    return {
        value: new Float64Array(n),
        status: new Uint8Array(n),
        residual: new Float64Array(n),
        k1: zeroFourMomenta(n),
        k2: zeroFourMomenta(n),
    };
}
