import { randomExponential, randomNormal } from 'd3-random';
import { integerFrom } from './integer.ts';
import { streamState, type StreamName } from './state.ts';
import { xoroshiro128plus } from './xoroshiro128plus.ts';

/** A sequence of random numbers. Every call moves on to the next one; the functions need no `this`. */
export interface RandomStream {
  /** Uniform on [0, 1): a multiple of 2⁻⁵³. */
  readonly uniform: () => number;
  /** Gaussian with mean 0 and standard deviation 1. */
  readonly normal: () => number;
  /** Exponential with mean 1. */
  readonly exponential: () => number;
  /**
   * Uniform on 0, 1, …, n − 1, without modulo bias.
   *
   * @throws RangeError unless n is an integer from 1 to 2⁵³ − 1.
   */
  readonly integer: (n: number) => number;
}

/**
 * The random stream of a seed and a name, the same on every machine.
 *
 *     stream(seed, 'generate', 'toy', batch)
 *
 * Streams of different seeds or names are independent of each other; two streams of the same seed
 * and name are two copies of one sequence. One stream per record batch makes the result
 * independent of how the batches are spread over workers.
 *
 * The generator is xoroshiro128+; its lowest bits, the weak ones, are left out.
 *
 * @param seed A non-negative safe integer.
 * @param names What the numbers are for: strings and finite numbers.
 * @throws RangeError if the seed is not a non-negative safe integer or a name is not finite.
 * @see D. Blackman, S. Vigna, Scrambled Linear Pseudorandom Number Generators, arXiv:1805.01407
 */
export function stream(seed: number, ...names: StreamName[]): RandomStream {
  const uniform = xoroshiro128plus(streamState(seed, names));
  return {
    uniform,
    normal: randomNormal.source(uniform)(),
    exponential: randomExponential.source(uniform)(1),
    integer: integerFrom(uniform),
  };
}
