import { parseNumber } from '../../disk/parse-number.ts';

/** Powers of ten that a double holds exactly. */
const POWERS = Float64Array.from({ length: 23 }, (_, k) => Number(`1e${k}`));
const LARGEST_POWER = 22;

/** As many digits as a 32-bit integer is sure to hold; numbers of up to twice as many are put together from two. */
const HALF = 9;

/** Integers below are doubles without rounding. */
const EXACT_BELOW = 2 ** 53;

const [PLUS, MINUS, POINT, ZERO, SMALL_E, SMALL] = [43, 45, 46, 48, 101, 32];

/**
 * Reads one number from the bytes of a text, up to the next blank; the result is that of {@link parseNumber}, bit by
 * bit.
 *
 *     x = ±m · 10^e   is correctly rounded if m < 2⁵³ and |e| ≤ 22: then m and 10^|e| are doubles without error, and
 *                     one operation rounds once
 *
 * Anything else (more digits, larger exponents, exponents of Fortran, what is no number) is handed to
 * {@link parseNumber}. One function, because a call per digit would cost more than the digit.
 *
 * @param bytes The text.
 * @param start Where the number begins.
 * @param end Where the line ends.
 * @param out Receives the value; NaN if it is no number.
 * @param k Index in `out`.
 * @returns Where the number ends.
 * @see W. D. Clinger, How to read floating point numbers accurately, PLDI 1990.
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
  let [high, low, digits, point] = [0, 0, 0, -1];
  for (; i < end; i++) {
    const digit = bytes[i] - ZERO;
    if (digit >= 0 && digit <= 9) {
      if (digits++ < HALF) high = (high * 10 + digit) | 0;
      else low = (low * 10 + digit) | 0;
    } else if (digit === POINT - ZERO && point < 0) point = digits;
    else break;
  }
  const whole = point < 0 ? digits : point;
  let exponent = whole - digits;
  if (i < end && (bytes[i] | SMALL) === SMALL_E) {
    i++;
    const down = bytes[i] === MINUS;
    if (down || bytes[i] === PLUS) i++;
    const first = i;
    let power = 0;
    for (; i < end; i++) {
      const digit = bytes[i] - ZERO;
      if (digit < 0 || digit > 9) break;
      // Saturates, for the power is out of range by then.
      if (power < 1e6) power = power * 10 + digit;
    }
    if (i === first) digits = 0;
    exponent += down ? -power : power;
  }
  const mantissa = digits > HALF ? high * POWERS[digits - HALF] + low : high;
  const fast =
    (i === end || bytes[i] <= 32) &&
    digits > 0 &&
    digits <= 2 * HALF &&
    mantissa < EXACT_BELOW &&
    exponent <= LARGEST_POWER &&
    exponent >= -LARGEST_POWER;
  if (!fast) return readSlowly(bytes, start, end, out, k);
  const value = exponent < 0 ? mantissa / POWERS[-exponent] : mantissa * POWERS[exponent];
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
  out[k] = parseNumber(text(bytes, start, stop));
  return stop;
}

/**
 * Where the field ends that begins at a position: at the next blank, or with the line.
 *
 * @param bytes The text.
 * @param start Where the field begins.
 * @param end Where the line ends.
 */
export function fieldEnd(bytes: Uint8Array, start: number, end: number): number {
  let i = start;
  while (i < end && bytes[i] > 32) i++;
  return i;
}

/** Part of the bytes as a string. */
export function text(bytes: Uint8Array, start: number, end: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start).toString();
}
