import { CHAIN, MINIMUM } from "./problem.js";
/**
 * Writes the dual's level and both invisible momenta k = α V + β o, with the energies of their mass
 * shells.
 */
export function writeMomenta(dual, problem, minimum) {
    minimum[MINIMUM.level] = dual.threshold + dual.level;
    writeMomentum(problem.chain1, dual.chain1, dual.theta, minimum, MINIMUM.k1E);
    writeMomentum(problem.chain2, dual.chain2, -dual.theta, minimum, MINIMUM.k2E);
}
function writeMomentum(chain, support, theta, minimum, at) {
    const m = chain[CHAIN.m];
    const x = support.kx;
    const y = support.ky;
    const z = support.alpha * theta * chain[CHAIN.cz] + support.beta * chain[CHAIN.oz];
    minimum[at] = Math.sqrt(m * m + x * x + y * y + z * z);
    minimum[at + 1] = x;
    minimum[at + 2] = y;
    minimum[at + 3] = z;
}
