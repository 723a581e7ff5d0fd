import { expect } from 'vitest';

/**
 * Largest difference of two lists of the same length, relative to max(1, |expected|).
 *
 * @param received At least one number.
 * @param expected As many; the same infinity or NaN is no difference.
 * @returns NaN if only one of two numbers is NaN, which is less than no tolerance.
 */
export function distance(received: ArrayLike<number>, expected: ArrayLike<number>): number {
  expect(received.length).toBe(expected.length);
  expect(expected.length).toBeGreaterThan(0);
  const apart = Array.from(expected, (value, i) =>
    Object.is(received[i], value) ? 0 : Math.abs(received[i] - value) / Math.max(1, Math.abs(value))
  );
  return Math.max(...apart);
}
