import { createHash } from 'node:crypto';

/** One part of a stream's name. */
export type StreamName = string | number;

/**
 * The 128-bit generator state that a seed and a name stand for.
 *
 *     state = first 128 bits of SHA-256(JSON [seed, …names]), read as four big-endian words
 *
 * JSON keeps different names apart: `('a', 1)`, `('a1')` and `('a', '1')` are three states.
 * Neighbouring seeds and names share nothing, so streams need no jump ahead of one another.
 *
 * @param seed A non-negative safe integer.
 * @param names Strings and finite numbers.
 * @returns Four words of 32 bits, never all zero.
 * @throws RangeError if the seed is not a non-negative safe integer or a name is not finite.
 */
export function streamState(seed: number, names: readonly StreamName[]): number[] {
  checkSeed(seed);
  names.forEach(checkName);
  const digest = createHash('sha256')
    .update(JSON.stringify([seed, ...names]))
    .digest();
  const words = [0, 4, 8, 12].map((at) => digest.readInt32BE(at));
  // All zeros is the generator's only fixed point.
  return words.some((word) => word !== 0) ? words : [1, 0, 0, 0];
}

function checkSeed(seed: number): void {
  if (!Number.isSafeInteger(seed) || seed < 0) {
    throw new RangeError(
      `stream: the seed is ${seed}, expected an integer from 0 to ${Number.MAX_SAFE_INTEGER}.`
    );
  }
}

function checkName(name: StreamName): void {
  // JSON writes NaN and the infinities alike, as null.
  if (typeof name === 'number' && !Number.isFinite(name)) {
    throw new RangeError(`stream: a name is ${name}, expected a string or a finite number.`);
  }
}
