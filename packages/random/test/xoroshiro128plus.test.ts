import { xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus';
import { describe, expect, it } from 'vitest';
import { xoroshiro128plus } from '../src/xoroshiro128plus.ts';

describe('xoroshiro128plus', () => {
  it.each([
    ['of no pattern', [0x12345678, -0x65432110, 0x0fedcba9, -0x789abcdf]],
    ['that is almost empty', [0, 1, 0, 0]],
    ['that is full', [-1, -1, -1, -1]],
  ])('goes on as pure-rand 8 does from a state %s (independent code, exact)', (_, state) => {
    // pure-rand gives the lower 32 bits of each sum, of which 21 are the lowest of our 53.
    const reference = xoroshiro128plusFromState(state);
    const uniform = xoroshiro128plus(state);
    const ours = Array.from({ length: 1000 }, () => (uniform() * 2 ** 53) % 2 ** 21);
    expect(ours).toEqual(Array.from({ length: 1000 }, () => reference.next() >>> 11));
  });

  it('carries from the lower half of the sum to the upper one, past 2⁶⁴ to 0', () => {
    // (2³² − 1) + 1 = 2³², and (2⁶⁴ − 1) + 2 = 1, which the 11 lowest bits hold alone.
    expect(xoroshiro128plus([0, -1, 0, 1])()).toBe(2 ** -32);
    expect(xoroshiro128plus([-1, -1, 0, 2])()).toBe(0);
  });
});
