import { checkLength } from '@deelema/kinematics';
import type { AntlerEvents } from '../antler-events.ts';
import type { Minima } from '../minima.ts';

/**
 * Checks what a column function is called with.
 *
 * @param name The function that was called.
 * @throws RangeError if a trial mass is negative or not finite, or if the columns differ in length.
 */
export function checkColumns(
  name: string,
  events: AntlerEvents,
  mInvisible: number | readonly [number, number],
  out: Minima
): void {
  for (const m of typeof mInvisible === 'number' ? [mInvisible] : mInvisible) {
    if (!(m >= 0 && m < Infinity)) {
      throw new RangeError(
        `${name}: the trial mass is ${m}, expected a finite number of GeV, 0 or more.`
      );
    }
  }
  const n = out.value.length;
  for (const role of ['a1', 'b1', 'a2', 'b2'] as const) {
    checkLength(`${name}: ${role}`, events[role], n);
  }
  for (const key of ['ptmissX', 'ptmissY'] as const) {
    if (events[key].length !== n) {
      throw new RangeError(`${name}: ${key} has ${events[key].length} events, expected ${n}.`);
    }
  }
}
