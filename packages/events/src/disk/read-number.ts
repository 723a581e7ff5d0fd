import { fieldEnd, textOf } from './byte-text.ts';
import { parseNumber } from './parse-number.ts';
import { POWERS, roundDecimal } from './round-decimal.ts';

/** The largest power of ten that a double holds exactly. */
const LARGEST_POWER = 22;

/** As many digits as a 32-bit integer is sure to hold; up to twice as many are put together from two. */
const HALF = 9;

/** Integers below are doubles without rounding. */
const EXACT_BELOW = 2 ** 53;

const [PLUS, MINUS, POINT, ZERO, SMALL_E, SMALL] = [43, 45, 46, 48, 101, 32] as const;

/**
 * Reads one number from the bytes of a line; the result is that of {@link parseNumber}, bit by bit.
 *
 *     x = ±m · 10^e   is rounded correctly if m < 2⁵³ and |e| ≤ 22: then m and 10^|e| are doubles without error,
 *                     and one operation rounds once
 *
 * A larger m, of up to 18 digits, goes to {@link roundDecimal}; all else (more digits, larger exponents, those of
 * Fortran, what is no number) to {@link parseNumber}.
 * One long function, for a call per digit would take longer than the digit.
 *
 * @param bytes The text.
 * @param start Where the number begins.
 * @param end Where the line ends.
 * @param out Receives the value; NaN if it is no number.
 * @param k Index in `out`.
 * @returns Where the number ends: at the next blank, or with the line.
 * @see W. D. Clinger, How to read floating point numbers accurately, PLDI 1990, section 4.
 */
export function readNumber(
  bytes: Uint8Array,
  start: number,
  end: number,
  out: Float64Array,
  k: number
): number {
  let i = start;
  const negative = bytes[i] === MINUS;
  if (negative || bytes[i] === PLUS) i++;
  let high = 0;
  let low = 0;
  let digits = 0;
  let point = -1;
  for (; i < end; i++) {
    const digit = bytes[i] - ZERO;
    if (digit >= 0 && digit <= 9) {
      if (digits++ < HALF) high = (high * 10 + digit) | 0;
      else low = (low * 10 + digit) | 0;
    } else if (digit === POINT - ZERO && point < 0) point = digits;
    else break;
  }
  let power = point < 0 ? 0 : point - digits;
  if (i < end && (bytes[i] | SMALL) === SMALL_E) {
    i++;
    const down = bytes[i] === MINUS;
    if (down || bytes[i] === PLUS) i++;
    const first = i;
    let exponent = 0;
    for (; i < end; i++) {
      const digit = bytes[i] - ZERO;
      if (digit < 0 || digit > 9) break;
      // Beyond, it is out of range whatever follows.
      if (exponent < 1e6) exponent = exponent * 10 + digit;
    }
    if (i === first) return readSlowly(bytes, start, end, out, k);
    power += down ? -exponent : exponent;
  }
  const complete = digits > 0 && digits <= 2 * HALF && (i === end || bytes[i] <= 32);
  if (!complete || power > LARGEST_POWER || power < -LARGEST_POWER) {
    return readSlowly(bytes, start, end, out, k);
  }
  const mantissa = digits <= HALF ? high : high * POWERS[digits - HALF] + low;
  let value = power < 0 ? mantissa / POWERS[-power] : mantissa * POWERS[power];
  if (mantissa >= EXACT_BELOW) {
    value = roundDecimal(high, digits - HALF, low, power);
    if (Number.isNaN(value)) return readSlowly(bytes, start, end, out, k);
  }
  out[k] = negative ? -value : value;
  return i;
}

function readSlowly(
  bytes: Uint8Array,
  start: number,
  end: number,
  out: Float64Array,
  k: number
): number {
  const stop = fieldEnd(bytes, start, end);
  out[k] = parseNumber(textOf(bytes, start, stop));
  return stop;
}
