import { CHAIN, MINIMUM } from "./problem.js";
/**
 * Largest violation of the conditions of M_2CC by the momenta of a minimum, in the problem's units.
 *
 *     k_i² = m_i²,   k₁T + k₂T = P,   c₁·k₁ + con₁ = c₂·k₂ + con₂,   o_i·k_i + offset_i = Y
 *
 * @param problem The event.
 * @param minimum Its minimum, laid out as `MINIMUM`.
 */
export function momentumResidual(problem, minimum) {
    const level = minimum[MINIMUM.level];
    return Math.max(relativesResidual(problem, minimum), Math.abs(objectiveLevel(problem.chain1, minimum, MINIMUM.k1E) - level), Math.abs(objectiveLevel(problem.chain2, minimum, MINIMUM.k2E) - level));
}
/**
 * The same without the condition on the levels Y, which M_2XC does not have.
 *
 * @param problem The event.
 * @param minimum Its minimum, laid out as `MINIMUM`.
 */
export function relativesResidual(problem, minimum) {
    const { chain1, chain2 } = problem;
    const level1 = constraintLevel(chain1, minimum, MINIMUM.k1E);
    const level2 = constraintLevel(chain2, minimum, MINIMUM.k2E);
    return Math.max(transverseResidual(problem, minimum), Math.abs(level1 - level2));
}
/**
 * The same without any condition on masses but those of the invisible particles.
 *
 * @param problem The event.
 * @param minimum Its minimum, laid out as `MINIMUM`.
 */
export function transverseResidual(problem, minimum) {
    const { chain1, chain2, ptmiss } = problem;
    return Math.max(Math.abs(minimum[MINIMUM.k1x] + minimum[MINIMUM.k2x] - ptmiss[0]), Math.abs(minimum[MINIMUM.k1y] + minimum[MINIMUM.k2y] - ptmiss[1]), massShellResidual(chain1[CHAIN.m], minimum, MINIMUM.k1E), massShellResidual(chain2[CHAIN.m], minimum, MINIMUM.k2E));
}
/** Level Y = o·k + offset of one chain with the momentum k from index `at` on. */
export function objectiveLevel(chain, row, at) {
    const transverse = chain[CHAIN.ox] * row[at + 1] + chain[CHAIN.oy] * row[at + 2];
    return (chain[CHAIN.oE] * row[at] - chain[CHAIN.oz] * row[at + 3] - transverse + chain[CHAIN.offset]);
}
/** Level W = c·k + con of one chain with the momentum k from index `at` on. */
function constraintLevel(chain, row, at) {
    const transverse = chain[CHAIN.cx] * row[at + 1] + chain[CHAIN.cy] * row[at + 2];
    return chain[CHAIN.cE] * row[at] - chain[CHAIN.cz] * row[at + 3] - transverse + chain[CHAIN.con];
}
function massShellResidual(m, row, at) {
    const E = row[at];
    const x = row[at + 1];
    const y = row[at + 2];
    const z = row[at + 3];
    return Math.abs((E - z) * (E + z) - x * x - y * y - m * m);
}
