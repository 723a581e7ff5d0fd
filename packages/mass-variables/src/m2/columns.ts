import type { AntlerEvents, Subsystem } from '../antler-events.ts';
import { checkEvents, checkMinima, trialMasses } from '../check-columns.ts';
import type { Minima } from '../minima.ts';
import { STATUS, type Status } from '../status.ts';
import type { TrialMass } from '../variable.ts';
import { Preparation } from './prepare.ts';
import { MINIMUM, type Problem } from './problem.ts';

/** One for all calls, so that no event allocates; nothing in them outlives a call. */
const preparation = new Preparation();
const minimum = new Float64Array(MINIMUM.length);

/** Finds one event's minimum and writes it as a row of `MINIMUM`. */
export type Solve = (problem: Problem, minimum: Float64Array) => Status;

/**
 * Solves every event of a set of columns with one of the solvers of the M_2 family.
 *
 * @param name Who asks, for messages.
 * @param solve The solver; it writes a minimum for the statuses `ok` and `oneSided`.
 * @param subsystem What the parents are.
 * @param events The measured momenta: n events, GeV.
 * @param mInvisible Trial mass of both invisible particles, or of each, GeV.
 * @param out Receives the minima: n events.
 * @returns `out`.
 * @throws RangeError if a trial mass is negative or not finite, or if the columns differ in length.
 */
export function minimaColumns(
  name: string,
  solve: Solve,
  subsystem: Subsystem,
  events: AntlerEvents,
  mInvisible: TrialMass,
  out: Minima
): Minima {
  const [m1, m2] = trialMasses(name, mInvisible);
  const n = events.ptmissX.length;
  checkEvents(name, events, n);
  checkMinima(name, out, n);
  preparation.m1 = m1;
  preparation.m2 = m2;
  for (let i = 0; i < n; ++i) {
    const status = preparation.set(subsystem, events, i)
      ? solve(preparation.problem, minimum)
      : STATUS.invalidInput;
    out.status[i] = status;
    if (status > STATUS.oneSided) minimum.fill(NaN);
    writeRow(out, i);
  }
  return out;
}

function writeRow(out: Minima, i: number): void {
  const { value, residual, k1, k2 } = out;
  const { unit } = preparation;
  value[i] = unit * Math.sqrt(2 * Math.max(0, minimum[MINIMUM.level]));
  residual[i] = minimum[MINIMUM.residual];
  k1.e[i] = unit * minimum[MINIMUM.k1E];
  k1.px[i] = unit * minimum[MINIMUM.k1x];
  k1.py[i] = unit * minimum[MINIMUM.k1y];
  k1.pz[i] = unit * minimum[MINIMUM.k1z];
  k2.e[i] = unit * minimum[MINIMUM.k2E];
  k2.px[i] = unit * minimum[MINIMUM.k2x];
  k2.py[i] = unit * minimum[MINIMUM.k2y];
  k2.pz[i] = unit * minimum[MINIMUM.k2z];
}
