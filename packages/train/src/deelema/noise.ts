import { stream } from '@deelema/random';
import type { RandomStream } from '@deelema/random';

/** Numbers drawn once and used again and again, in pieces. */
const POOL = 1 << 20;
const PIECE = 4096;

/** Fills arrays with normally distributed numbers, fast. */
export interface Noise {
  /**
   * Fills an array with pieces of the pool that begin anywhere.
   *
   * @param length Of the array.
   * @param random Says where the pieces begin.
   */
  draw(length: number, random: RandomStream): Float32Array;
}

/**
 * A pool of a million normal numbers.
 *
 * @param seed Of the stream `train, noise`.
 */
export function normalNoise(seed: number): Noise {
  const { normal } = stream(seed, 'train', 'noise');
  const pool = Float32Array.from({ length: POOL }, normal);
  return {
    draw(length, random) {
      const values = new Float32Array(length);
      for (let at = 0; at < length; at += PIECE) {
        const from = random.integer(POOL - PIECE);
        values.set(pool.subarray(from, from + Math.min(PIECE, length - at)), at);
      }
      return values;
    },
  };
}
