/** Digits that files of numbers keep: more than a plot shows, and the same on every machine. */
const DIGITS = 10;

/** @returns A number to ten significant digits; what is not finite as it is. */
export function significant(x: number): number {
  return Number(x.toPrecision(DIGITS));
}
