import { checkLength } from '@deelema/kinematics';
import { STATUS } from "../status.js";
import { Preparation } from "./prepare.js";
import { MINIMUM } from "./problem.js";
/** One for all calls, so that no event allocates; nothing in them outlives a call. */
const preparation = new Preparation();
const minimum = new Float64Array(MINIMUM.length);
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
export function minimaColumns(name, solve, subsystem, events, mInvisible, out) {
    const [m1, m2] = typeof mInvisible === 'number' ? [mInvisible, mInvisible] : mInvisible;
    checkTrialMass(name, m1);
    checkTrialMass(name, m2);
    checkColumns(name, events, out);
    preparation.m1 = m1;
    preparation.m2 = m2;
    for (let i = 0; i < out.status.length; ++i) {
        const status = preparation.set(subsystem, events, i)
            ? solve(preparation.problem, minimum)
            : STATUS.invalidInput;
        out.status[i] = status;
        if (status > STATUS.oneSided)
            minimum.fill(NaN);
        writeRow(out, i);
    }
    return out;
}
function writeRow(out, i) {
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
function checkTrialMass(name, mInvisible) {
    if (!(mInvisible >= 0 && mInvisible < Infinity)) {
        throw new RangeError(`${name}: the trial mass is ${mInvisible}, expected a finite number of GeV, 0 or more.`);
    }
}
function checkColumns(name, events, out) {
    const n = events.ptmissX.length;
    for (const role of ['a1', 'b1', 'a2', 'b2']) {
        checkLength(`${name}: ${role}`, events[role], n);
    }
    for (const key of ['k1', 'k2'])
        checkLength(`${name}: out.${key}`, out[key], n);
    checkColumn(name, 'ptmissY', events.ptmissY, n);
    for (const key of ['value', 'status', 'residual']) {
        checkColumn(name, `out.${key}`, out[key], n);
    }
}
function checkColumn(name, key, column, n) {
    if (column.length !== n) {
        throw new RangeError(`${name}: ${key} has ${column.length} events, expected ${n}.`);
    }
}
