import { STATUS, type Status } from '../status.ts';
import { ASCENT, ascend } from './ascent.ts';
import { solveAtRest } from './at-rest.ts';
import { close } from './closure.ts';
import { Dual } from './dual.ts';
import { writeMomenta } from './momenta.ts';
import { momentumResidual, objectiveLevel } from './momentum-residual.ts';
import { newton } from './newton.ts';
import { isOneSided, solveOneSided } from './one-sided.ts';
import { CHAIN, MINIMUM, type Problem } from './problem.ts';
import { startAgain, start } from './start.ts';
import { solveThin } from './thin-chain.ts';

/** One for all events, so that none allocates; nothing in it outlives a call. */
const dual = new Dual();

/** Difference of thresholds that is rounding, in units of the event. */
const SAME = 1e-12;
/** Steps of Newton's method, six of which are the rule. */
const STEPS = 30;
/** Starts of the ascent, the first of which is the rule. */
const ATTEMPTS = 4;
/** Residual above which the momenta are moved onto the conditions. */
const OPEN = 1e-12;
/** Gap between the bounds of the level, and residual, that counts as none. */
const GAP = 1e-8;
/** What rounding leaves of a product of momenta, relative; and the most that is accepted. */
const PRODUCT_ROUNDING = 1e-12;
const LARGEST = 1e-4;
/** |h| and |G|² from which momenta on the conditions are worth a try. */
const NEAR = 1e-8;
const NEAR_SQUARED = 1e-4;

/**
 * Solves M_2CC of one event.
 *
 * Few events are one-sided; of the others almost all end in a few steps of Newton's method. The rest
 * is for an ascent that cannot fail but by rounding.
 *
 * @param problem The event, in units that make it of order one.
 * @param minimum Receives level, residual and momenta: a row as in `MINIMUM`.
 * @returns Its status; `minimum` is written for `ok` and `oneSided` only.
 */
export function solveM2cc(problem: Problem, minimum: Float64Array): Status {
  dual.set(problem);
  if (mayBeAtRest() && solveAtRest(problem, minimum)) return STATUS.oneSided;
  if (mayBeOneSided(problem) && isOneSided(problem)) {
    return solveOneSided(problem, minimum) ? STATUS.oneSided : STATUS.infeasible;
  }
  if (start(dual, problem) && newton(dual, STEPS) && accept(problem, minimum)) return STATUS.ok;
  return solveSlowly(problem, minimum);
}

/** Whether both chains have the same threshold. */
function mayBeAtRest(): boolean {
  return dual.chain1.slack + dual.chain2.slack < SAME;
}

/**
 * Whether the chain with the larger threshold can stay there: it needs a rest frame, and where its
 * invisible particle is massless, k = 0, the other's c·k = con₁ − con₂ must be positive.
 */
function mayBeOneSided({ chain1, chain2 }: Problem): boolean {
  const inOrder = dual.chain1.slack === 0;
  const first = inOrder ? chain1 : chain2;
  const second = inOrder ? chain2 : chain1;
  if (!(first[CHAIN.oo] > 0)) return false;
  return first[CHAIN.m] > 0 || first[CHAIN.con] > second[CHAIN.con];
}

function solveSlowly(problem: Problem, minimum: Float64Array): Status {
  if (solvesThin(problem, minimum) && minimum[MINIMUM.residual] < GAP) return STATUS.ok;
  for (let attempt = 0; attempt < ATTEMPTS; ++attempt) {
    if (!startAgain(dual, problem, attempt)) continue;
    const found = ascend(dual);
    if (found === ASCENT.infeasible) return STATUS.infeasible;
    if (found === ASCENT.solved && accept(problem, minimum)) return STATUS.ok;
    if (acceptBounds(problem, minimum)) return STATUS.ok;
  }
  return solvesThin(problem, minimum) ? STATUS.ok : STATUS.unresolved;
}

/** Takes the minimum of an event with a thin chain. */
function solvesThin(problem: Problem, minimum: Float64Array): boolean {
  return solveThin(problem, minimum) && closes(problem, minimum);
}

/** Takes what the dual has, which is the minimum by G = 0. */
function accept(problem: Problem, minimum: Float64Array): boolean {
  writeMomenta(dual, problem, minimum);
  return closes(problem, minimum);
}

/** Moves momenta that are not on the conditions onto them; whether that was possible. */
function closes(problem: Problem, minimum: Float64Array): boolean {
  const residual = momentumResidual(problem, minimum);
  minimum[MINIMUM.residual] = residual;
  if (residual <= OPEN) return true;
  close(problem, minimum);
  return isClosed(problem, minimum);
}

/**
 * Takes what the dual has if momenta that fulfil the conditions reach its lower bound.
 *
 * Where h all but has a kink, u is not known well enough for G = 0, but the level is.
 */
function acceptBounds(problem: Problem, minimum: Float64Array): boolean {
  const { h, rate, violation } = dual;
  if (!(Math.abs(h) < NEAR && rate > 0 && violation < NEAR_SQUARED)) return false;
  writeMomenta(dual, problem, minimum);
  close(problem, minimum);
  const upper = Math.max(
    objectiveLevel(problem.chain1, minimum, MINIMUM.k1E),
    objectiveLevel(problem.chain2, minimum, MINIMUM.k2E)
  );
  return upper - minimum[MINIMUM.level] < GAP && isClosed(problem, minimum);
}

/** Writes the residual; whether it is rounding, of momenta that may be thousands of units large. */
function isClosed(problem: Problem, minimum: Float64Array): boolean {
  const residual = momentumResidual(problem, minimum);
  minimum[MINIMUM.residual] = residual;
  const size1 = 1 + problem.chain1[CHAIN.oE] + problem.chain1[CHAIN.cE] + minimum[MINIMUM.k1E];
  const size2 = 1 + problem.chain2[CHAIN.oE] + problem.chain2[CHAIN.cE] + minimum[MINIMUM.k2E];
  return residual < Math.min(GAP + PRODUCT_ROUNDING * (size1 * size1 + size2 * size2), LARGEST);
}
