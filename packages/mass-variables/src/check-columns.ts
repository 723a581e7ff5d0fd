import { checkLength } from '@deelema/kinematics';
import type { AntlerEvents } from './antler-events.ts';
import type { Minima } from './minima.ts';
import type { TrialMass } from './variable.ts';

/**
 * The trial mass of each branch.
 *
 * @param name The function that was called.
 * @throws RangeError if one is negative or not finite.
 */
export function trialMasses(
  name: string,
  mInvisible: TrialMass
): readonly [m1: number, m2: number] {
  const masses = typeof mInvisible === 'number' ? ([mInvisible, mInvisible] as const) : mInvisible;
  for (const m of masses) {
    if (!(m >= 0 && m < Infinity)) {
      throw new RangeError(
        `${name}: the trial mass is ${m}, expected a finite number of GeV, 0 or more.`
      );
    }
  }
  return masses;
}

/**
 * Checks that all columns of events have the length of what is to be written.
 *
 * @param name The function that was called.
 * @param n Number of events.
 * @throws RangeError if one has not.
 */
export function checkEvents(name: string, events: AntlerEvents, n: number): void {
  for (const role of ['a1', 'b1', 'a2', 'b2'] as const) {
    checkLength(`${name}: ${role}`, events[role], n);
  }
  for (const key of ['ptmissX', 'ptmissY'] as const) checkColumn(name, key, events[key], n);
}

/** The same of the columns that minima are written to. */
export function checkMinima(name: string, out: Minima, n: number): void {
  for (const key of ['k1', 'k2'] as const) checkLength(`${name}: out.${key}`, out[key], n);
  for (const key of ['value', 'status', 'residual'] as const) {
    checkColumn(name, `out.${key}`, out[key], n);
  }
}

/** The same of one column. */
export function checkColumn(name: string, key: string, column: ArrayLike<number>, n: number): void {
  if (column.length !== n) {
    throw new RangeError(`${name}: ${key} has ${column.length} events, expected ${n}.`);
  }
}
