/** Least mass of a strongly produced pair, GeV: below, one-loop α_s is no small number. */
export const LEAST_STRONG_MASS = 1;

/** Rows are numbered in 32 bits. */
const MOST_EVENTS = 2 ** 32 - 1;

/**
 * Checks what every simulation has.
 *
 * @param caller What to call it in the message.
 * @param settings Number of events and seed.
 * @throws RangeError if either is no such number.
 */
export function checkEventsAndSeed(
  caller: string,
  { events, seed }: { readonly events: number; readonly seed: number }
): void {
  if (!(Number.isInteger(events) && events > 0 && events <= MOST_EVENTS)) {
    throw new RangeError(
      `${caller}: events is ${events}, expected a whole number from 1 to ${MOST_EVENTS}.`
    );
  }
  if (!(Number.isInteger(seed) && seed >= 0)) {
    throw new RangeError(`${caller}: seed is ${seed}, expected a whole number from 0 on.`);
  }
}
