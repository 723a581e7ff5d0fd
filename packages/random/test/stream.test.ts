import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { stream } from '@deelema/random';

const draws = (draw: () => number, n: number): number[] => Array.from({ length: n }, () => draw());

/**
 * The uniform numbers once more, written with 64-bit integers from the C code in Blackman and Vigna,
 * arXiv:1805.01407 (constants 24, 16, 37): the upper 53 bits of each sum.
 */
function* uniformFromTheCReference(name: string): Generator<number> {
  const mask = (1n << 64n) - 1n;
  const rotateLeft = (x: bigint, k: bigint): bigint => ((x << k) | (x >> (64n - k))) & mask;
  const digest = createHash('sha256').update(name).digest();
  let s0 = digest.readBigUInt64BE(0);
  let s1 = digest.readBigUInt64BE(8);
  const next = (): bigint => {
    const sum = (s0 + s1) & mask;
    const x = s0 ^ s1;
    s0 = rotateLeft(s0, 24n) ^ x ^ ((x << 16n) & mask);
    s1 = rotateLeft(x, 37n);
    return sum;
  };
  for (;;) yield Number(next() >> 11n) / 2 ** 53;
}

describe('stream', () => {
  it('is xoroshiro128+ started from SHA-256 (independent code with 64-bit integers, exact)', () => {
    const reference = uniformFromTheCReference('[42,"generate","toy",7]');
    const expected = draws(() => reference.next().value as number, 1000);
    expect(draws(stream(42, 'generate', 'toy', 7).uniform, 1000)).toEqual(expected);
  });

  it('gives the numbers it has always given (regression: values of version 0.1.0, exact)', () => {
    // A change here changes every generated sample: it needs a new major version.
    expect(draws(stream(42, 'golden', 1).uniform, 3)).toEqual([
      0.01947414728148733, 0.46882464878024477, 0.87080802327065,
    ]);
    expect(draws(stream(42, 'golden', 1).normal, 3)).toEqual([
      -0.025116662850691897, -0.38713937009710686, -0.39359597524278217,
    ]);
    expect(draws(stream(42, 'golden', 1).exponential, 3)).toEqual([
      0.019666266820809013, 0.6326630839677663, 2.0464557891799307,
    ]);
    const integers = stream(42, 'golden', 1);
    expect(draws(() => integers.integer(1000), 5)).toEqual([529, 628, 875, 69, 627]);
  });

  it('is repeated by the same seed and name', () => {
    expect(draws(stream(7, 'x', 3).uniform, 20)).toEqual(draws(stream(7, 'x', 3).uniform, 20));
  });

  it('keeps apart names that look alike', () => {
    const names: (string | number)[][] = [
      [],
      [''],
      ['a', 1],
      ['a1'],
      ['a', '1'],
      ['a,1'],
      ['a","1'],
      [1, 'a'],
      ['a', 1, ''],
      ['a', 1.5],
    ];
    const firsts = names.map((name) => stream(5, ...name).uniform());
    expect(new Set(firsts).size).toBe(names.length);
    expect(stream(51).uniform()).not.toBe(stream(5, 1).uniform());
  });

  it('moves on when one of its own streams is read, and leaves others alone', () => {
    const first = stream(1, 'first');
    const second = stream(1, 'second');
    const alone = draws(stream(1, 'second').uniform, 5);
    const interleaved = draws(() => (first.uniform(), second.uniform()), 5);
    expect(interleaved).toEqual(alone);
  });

  it.each([-1, 0.5, NaN, Infinity, 2 ** 53])('refuses the seed %s', (seed) => {
    expect(() => stream(seed)).toThrow(RangeError);
    expect(() => stream(seed)).toThrow(/^stream: the seed is .*, expected an integer from 0 to/);
  });

  it('takes the smallest and the largest seed, and no name that JSON cannot tell apart', () => {
    expect(stream(0).uniform()).not.toBe(stream(Number.MAX_SAFE_INTEGER).uniform());
    expect(() => stream(1, NaN)).toThrow(/a name is NaN, expected a string or a finite number/);
  });
});
