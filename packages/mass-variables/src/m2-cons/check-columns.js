import { checkLength } from '@deelema/kinematics';
/**
 * Checks what a column function is called with.
 *
 * @param name The function that was called.
 * @throws RangeError if a trial mass is negative or not finite, or if the columns differ in length.
 */
export function checkColumns(name, events, mInvisible, out) {
    for (const m of typeof mInvisible === 'number' ? [mInvisible] : mInvisible) {
        if (!(m >= 0 && m < Infinity)) {
            throw new RangeError(`${name}: the trial mass is ${m}, expected a finite number of GeV, 0 or more.`);
        }
    }
    const n = out.value.length;
    for (const role of ['a1', 'b1', 'a2', 'b2']) {
        checkLength(`${name}: ${role}`, events[role], n);
    }
    for (const key of ['ptmissX', 'ptmissY']) {
        if (events[key].length !== n) {
            throw new RangeError(`${name}: ${key} has ${events[key].length} events, expected ${n}.`);
        }
    }
}
