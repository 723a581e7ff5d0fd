/** So many places are written where no error says how many. */
const USUAL = 2;

/** Float64 holds no more. */
const MOST = 15;

/**
 * Places after the decimal point of a measured value and its error: two significant digits of the error.
 *
 * @param error Standard error, in the unit of the value; null if it is not known.
 * @returns E.g. 1 for 1.72, 6 for 0.000052, 0 for 25 and for 140; 2 where no error is known.
 */
export function decimalPlaces(error: number | null): number {
  if (error === null || !(error > 0 && error < Infinity)) return USUAL;
  // The exponent after rounding: 0.0996 becomes 0.10.
  const exponent = Number(error.toExponential(1).split('e')[1]);
  return Math.min(MOST, Math.max(0, 1 - exponent));
}
