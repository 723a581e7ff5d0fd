import { mt2Momenta } from '../mt2-momenta.ts';
import { LongitudinalFrame } from '../m2/longitudinal-frame.ts';
import { objectiveLevel, transverseResidual } from '../m2/momentum-residual.ts';
import { CHAIN, MINIMUM, type Problem } from '../m2/problem.ts';
import { STATUS, type Status } from '../status.ts';

/** One of each for all events, so that none is allocated. */
const frame = new LongitudinalFrame();
const transverse = new Float64Array(4);

/**
 * Solves M_2XX of one event, which is M_T2: without conditions between the chains every invisible
 * particle takes the rapidity at which its chain is lightest, that of o.
 *
 * @param problem The event, in units that make it of order one.
 * @param minimum Receives level, residual and momenta: a row as in `MINIMUM`.
 * @returns `oneSided` where M_T2 is the larger threshold, else `ok`; `unresolved` where no finite momenta
 *  attain it.
 */
export function solveM2xx(problem: Problem, minimum: Float64Array): Status {
  const status = takeMt2(problem, minimum);
  if (status === STATUS.unresolved) return status;
  const { chain1, chain2 } = problem;
  if (!writeAtRest(chain1, 0, minimum, MINIMUM.k1E)) return STATUS.unresolved;
  if (!writeAtRest(chain2, 2, minimum, MINIMUM.k2E)) return STATUS.unresolved;
  const larger = Math.max(
    objectiveLevel(chain1, minimum, MINIMUM.k1E),
    objectiveLevel(chain2, minimum, MINIMUM.k2E)
  );
  return closed(problem, minimum, Math.abs(larger - minimum[MINIMUM.level]), status);
}

/**
 * Solves M_2CX of one event, which is M_T2 too: where one chain is lighter, another rapidity of its
 * invisible particle makes it as heavy as the other.
 *
 * @param problem The event, in units that make it of order one.
 * @param minimum Receives level, residual and momenta: a row as in `MINIMUM`.
 * @returns As of `solveM2xx`.
 */
export function solveM2cx(problem: Problem, minimum: Float64Array): Status {
  const status = takeMt2(problem, minimum);
  if (status === STATUS.unresolved) return status;
  const { chain1, chain2 } = problem;
  // In balanced events both chains are as heavy at rest, and raising one would only add rounding.
  const write = status === STATUS.oneSided ? writeAtLevel : writeAtRest;
  if (!write(chain1, 0, minimum, MINIMUM.k1E)) return STATUS.unresolved;
  if (!write(chain2, 2, minimum, MINIMUM.k2E)) return STATUS.unresolved;
  const level = minimum[MINIMUM.level];
  const difference = Math.max(
    Math.abs(objectiveLevel(chain1, minimum, MINIMUM.k1E) - level),
    Math.abs(objectiveLevel(chain2, minimum, MINIMUM.k2E) - level)
  );
  return closed(problem, minimum, difference, status);
}

/** Takes M_T2 and the transverse momenta. */
function takeMt2({ chain1, chain2, ptmiss }: Problem, minimum: Float64Array): Status {
  const M1 = Math.sqrt(chain1[CHAIN.oo]);
  const M2 = Math.sqrt(chain2[CHAIN.oo]);
  const m1 = chain1[CHAIN.m];
  const m2 = chain2[CHAIN.m];
  const value = mt2Momenta(
    M1,
    chain1[CHAIN.ox],
    chain1[CHAIN.oy],
    M2,
    chain2[CHAIN.ox],
    chain2[CHAIN.oy],
    ptmiss[0],
    ptmiss[1],
    m1,
    m2,
    transverse
  );
  minimum[MINIMUM.level] = (value * value) / 2;
  if (!Number.isFinite(transverse[0] + transverse[1])) return STATUS.unresolved;
  return value <= Math.max(M1 + m1, M2 + m2) ? STATUS.oneSided : STATUS.ok;
}

/** Writes a k with the rapidity of o. */
function writeAtRest(
  chain: Float64Array,
  from: number,
  minimum: Float64Array,
  at: number
): boolean {
  const x = transverse[from];
  const y = transverse[from + 1];
  if (!frame.set(chain)) return false;
  frame.write(Math.sqrt(frame.m * frame.m + x * x + y * y), x, y, 0, minimum, at);
  return true;
}

/** Writes a k with o·k + offset = Y, the one that goes forward where there are two. */
function writeAtLevel(
  chain: Float64Array,
  from: number,
  minimum: Float64Array,
  at: number
): boolean {
  const x = transverse[from];
  const y = transverse[from + 1];
  if (!frame.set(chain)) return false;
  const { m, ox, oy, oE, offset } = frame;
  const least = Math.sqrt(m * m + x * x + y * y);
  const E = Math.max(least, (minimum[MINIMUM.level] - offset + ox * x + oy * y) / oE);
  frame.write(E, x, y, Math.sqrt((E - least) * (E + least)), minimum, at);
  return true;
}

function closed(
  problem: Problem,
  minimum: Float64Array,
  difference: number,
  status: Status
): Status {
  minimum[MINIMUM.residual] = Math.max(difference, transverseResidual(problem, minimum));
  return status;
}
