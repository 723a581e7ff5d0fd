import { STATUS } from "../status.js";
import { ASCENT, ascend } from "./ascent.js";
import { close } from "./closure.js";
import { Dual } from "./dual.js";
import { momentumResidual, objectiveLevel } from "./momentum-residual.js";
import { writeMomenta } from "./momenta.js";
import { newton } from "./newton.js";
import { isOneSided, solveOneSided } from "./one-sided.js";
import { CHAIN, MINIMUM } from "./problem.js";
import { start, startPlain } from "./start.js";
import { startMassive } from "./start-massive.js";
/** One for all events, so that none allocates; nothing in it outlives a call. */
const dual = new Dual();
/** Steps of Newton's method, six of which are the rule. */
const STEPS = 30;
/** Residual above which the momenta are moved onto the conditions. */
const OPEN = 1e-12;
/** Gap between lower and upper bound of the level that counts as none. */
const GAP = 1e-9;
/**
 * Solves M_2CC of one event.
 *
 * @param problem The event, in units that make it of order one.
 * @param minimum Receives level, residual and momenta: a row as in `MINIMUM`.
 * @returns Its status; `minimum` is written for `ok` and `oneSided` only.
 */
export function solveM2cc(problem, minimum) {
    dual.set(problem);
    if (mayBeOneSided(problem) && isOneSided(problem)) {
        return solveOneSided(problem, minimum) ? STATUS.oneSided : STATUS.infeasible;
    }
    if (start(dual, problem) && newton(dual, STEPS))
        return accept(problem, minimum);
    return solveSlowly(problem, minimum);
}
/**
 * Whether the chain with the larger threshold can stay there: it needs a rest frame, and where its
 * invisible particle is massless, k = 0, the other's c·k = con₁ − con₂ must be positive.
 */
function mayBeOneSided({ chain1, chain2 }) {
    const inOrder = dual.chain1.slack === 0;
    const first = inOrder ? chain1 : chain2;
    const second = inOrder ? chain2 : chain1;
    if (!(first[CHAIN.oo] > 0))
        return false;
    return first[CHAIN.m] > 0 || first[CHAIN.con] > second[CHAIN.con];
}
function solveSlowly(problem, minimum) {
    for (let attempt = 0; attempt < 4; ++attempt) {
        if (!startAgain(problem, attempt))
            continue;
        const found = ascend(dual);
        if (found === ASCENT.infeasible)
            return STATUS.infeasible;
        if (found === ASCENT.solved)
            return accept(problem, minimum);
        if (acceptBounds(problem, minimum))
            return STATUS.ok;
    }
    return STATUS.unresolved;
}
function startAgain(problem, attempt) {
    if (attempt === 0)
        return start(dual, problem);
    if (attempt === 1)
        return startPlain(dual, problem);
    if (attempt === 2)
        return startMassive(dual, problem, 0.6);
    return startMassive(dual, problem, 1e-4);
}
/** Takes what the dual has, which is the minimum by G = 0. */
function accept(problem, minimum) {
    writeMomenta(dual, problem, minimum);
    let residual = momentumResidual(problem, minimum);
    if (residual > OPEN) {
        close(problem, minimum);
        residual = momentumResidual(problem, minimum);
    }
    minimum[MINIMUM.residual] = residual;
    return STATUS.ok;
}
/** Takes what the dual has if momenta that fulfil the conditions reach its lower bound. */
function acceptBounds(problem, minimum) {
    if (!(Math.abs(dual.h) < GAP && dual.violation < 1e-4 && dual.rate > 0))
        return false;
    writeMomenta(dual, problem, minimum);
    close(problem, minimum);
    const level = minimum[MINIMUM.level];
    const upper = Math.max(objectiveLevel(problem.chain1, minimum, MINIMUM.k1E), objectiveLevel(problem.chain2, minimum, MINIMUM.k2E));
    const residual = momentumResidual(problem, minimum);
    minimum[MINIMUM.residual] = residual;
    return upper - level < GAP && residual < GAP;
}
