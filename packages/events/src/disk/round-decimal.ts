/** Powers of ten that a double holds exactly, 10⁰ to 10²². */
export const POWERS = Float64Array.from({ length: 23 }, (_, k) => Number(`1e${k}`));

/** Splits a double into two halves of 26 bits. */
const SPLITTER = 2 ** 27 + 1;

/** Far above the errors of {@link roundDecimal}, 2⁻¹⁰² of the result, and far below half a unit of its last place. */
const UNCERTAINTY = 2 ** -90;

/**
 * The double nearest to a decimal number of up to 18 digits.
 *
 *     x = (h · 10^k + l) · 10^p = y + c   with c, the rest that y leaves, from products without error (Dekker)
 *
 * If y + c (1 ± error) round to the same double, that is the nearest one.
 *
 * @param high h: below 10⁹.
 * @param digits k: 1 to 9.
 * @param low l: below 10^k.
 * @param power p: −22 to 22.
 * @returns x, rounded correctly; NaN if the number is too close to the middle of two doubles to tell.
 * @see T. J. Dekker, Numer. Math. 18 (1971) 224, for the exact product.
 */
export function roundDecimal(high: number, digits: number, low: number, power: number): number {
  // The mantissa as a sum of two doubles, of which the second is what the first leaves.
  const shifted = high * POWERS[digits];
  const mantissa = shifted + low;
  const rest = shifted - mantissa + low + productError(high, POWERS[digits], shifted);
  const scale = POWERS[Math.abs(power)];
  let near = mantissa * scale;
  let correction = productError(mantissa, scale, near) + rest * scale;
  if (power < 0) {
    near = mantissa / scale;
    const product = near * scale;
    correction = (mantissa - product + (rest - productError(near, scale, product))) / scale;
  }
  const error = near * UNCERTAINTY;
  const least = near + (correction - error);
  return least === near + (correction + error) ? least : NaN;
}

/** What is missing to the exact product a·b in its rounded value. */
function productError(a: number, b: number, product: number): number {
  const [s, t] = [SPLITTER * a, SPLITTER * b];
  const aHigh = s - (s - a);
  const bHigh = t - (t - b);
  const [aLow, bLow] = [a - aHigh, b - bHigh];
  return aHigh * bHigh - product + aHigh * bLow + aLow * bHigh + aLow * bLow;
}
