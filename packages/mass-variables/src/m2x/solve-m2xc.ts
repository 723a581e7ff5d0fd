import { objectiveLevel, relativesResidual } from '../m2/momentum-residual.ts';
import { solveAtRest } from '../m2/at-rest.ts';
import { CHAIN, MINIMUM, type Problem } from '../m2/problem.ts';
import { solveM2cc } from '../m2/solve.ts';
import { STATUS, type Status } from '../status.ts';
import { HeavierChain } from './heavier-chain.ts';
import { lowestHeavierChain } from './lowest-heavier-chain.ts';
import { withMassOfA } from './relatives.ts';
import { solveAtThreshold } from './shared-threshold.ts';
import { awayFromFlat } from './tilted.ts';

/** One for all events, so that none is allocated. */
const heavier = new HeavierChain();
const row = new Float64Array(MINIMUM.length);

/** Rounding of a level, in units of the event. */
const ROUNDING = 1e-13;

/**
 * Solves M_2XC (ab) of one event: the least common upper bound Y of both levels o_i·k_i + offset_i at
 * equal levels c_i·k_i + con_i.
 *
 * The problem is convex, and its minimum is one of
 *
 *  - the larger threshold, if the other chain can be as light or lighter there,
 *  - that of M_2CC, if both chains press on the common level: β_i ≥ 0 in k_i = α_i V_i + β_i o_i,
 *  - that of the level of one chain alone, the other being lighter where it is.
 *
 * Each proves itself: the second by the certificate of M_2CC and these signs, the third because it
 * drops a condition and keeps it all the same.
 *
 * @param problem The event, in units that make it of order one.
 * @param minimum Receives level, residual and momenta: a row as in `MINIMUM`.
 * @returns `oneSided` for the first case, `ok` for the others.
 */
export function solveM2xcOfAB(problem: Problem, minimum: Float64Array): Status {
  const event = awayFromFlat(problem);
  return solve(event, event, minimum);
}

/**
 * Solves M_2XC (b) of one event.
 *
 * @param problem The event, in units that make it of order one.
 * @param minimum Receives level, residual and momenta: a row as in `MINIMUM`.
 * @returns As of `solveM2xcOfAB`.
 */
export function solveM2xcOfB(problem: Problem, minimum: Float64Array): Status {
  const event = awayFromFlat(problem);
  return solve(event, withMassOfA(event), minimum);
}

/** Solves one event, whose conditions M_2CC takes in another form. */
function solve(equal: Problem, problem: Problem, minimum: Float64Array): Status {
  if (solveAtThreshold(problem, minimum) || solveAtRest(problem, minimum)) return STATUS.oneSided;
  const status = solveM2cc(equal, minimum);
  let second = false;
  if (status === STATUS.ok) {
    second = share(problem.chain1, minimum, MINIMUM.k1E) < 0;
    if (!second && !(share(problem.chain2, minimum, MINIMUM.k2E) < 0)) return status;
  } else {
    minimum[MINIMUM.k1x] = minimum[MINIMUM.k2x] = problem.ptmiss[0] / 2;
    minimum[MINIMUM.k1y] = minimum[MINIMUM.k2y] = problem.ptmiss[1] / 2;
  }
  const solved = solveHeavier(problem, minimum, second) || solveHeavier(problem, minimum, !second);
  return solved ? STATUS.ok : STATUS.unresolved;
}

/** β of k = α V + β o, from the components of V = (0, ν_x, ν_y, 0) + θ c that have no ν. */
function share(chain: Float64Array, row: Float64Array, at: number): number {
  const cE = chain[CHAIN.cE];
  const cz = chain[CHAIN.cz];
  return (row[at] * cz - row[at + 3] * cE) / (chain[CHAIN.oE] * cz - chain[CHAIN.oz] * cE);
}

/**
 * Minimises the level of one chain alone.
 *
 * @param second Whether it is the second of the problem.
 * @param minimum Holds momenta to start from; receives the minimum.
 * @returns Whether the other chain is lighter there.
 */
function solveHeavier(problem: Problem, minimum: Float64Array, second: boolean): boolean {
  if (!heavier.set(problem, second)) return false;
  const lightAt = second ? MINIMUM.k1E : MINIMUM.k2E;
  if (!lowestHeavierChain(heavier, minimum[lightAt + 1], minimum[lightAt + 2])) return false;
  return write(problem, minimum, second);
}

function write(problem: Problem, minimum: Float64Array, second: boolean): boolean {
  const light = second ? problem.chain1 : problem.chain2;
  const lightAt = second ? MINIMUM.k1E : MINIMUM.k2E;
  row.set(minimum);
  heavier.momentum.write(row, second ? MINIMUM.k2E : MINIMUM.k1E);
  heavier.writeLight(row, lightAt);
  if (!(objectiveLevel(light, row, lightAt) <= heavier.level + ROUNDING)) return false;
  row[MINIMUM.level] = heavier.level;
  row[MINIMUM.residual] = relativesResidual(problem, row);
  minimum.set(row);
  return true;
}
