import { describe, expect, it } from 'vitest';
import { stream } from '@deelema/random';
import { chooser } from '../src/choose.ts';

describe('chooser', () => {
  it.each([
    [0, 5],
    [2, 5],
    [5, 5],
    [0, 0],
  ])('chooses exactly %d of %d', (chosen, total) => {
    const choices = Array.from({ length: total }, chooser(stream(1, 'choose'), chosen, total));
    expect(choices.filter(Boolean).length).toBe(chosen);
  });

  it('refuses to choose among more events than there are', () => {
    expect(chooser(stream(1, 'choose'), 0, 0)).toThrow(RangeError);
  });

  it('makes every choice equally often', () => {
    // Ten ways to choose two of five; χ² with 9 degrees of freedom is below 27.9 in 99.9 %.
    const trials = 10_000;
    const seen = new Map<string, number>();
    for (let k = 0; k < trials; ++k) {
      const choice = Array.from({ length: 5 }, chooser(stream(k, 'choose'), 2, 5)).join();
      seen.set(choice, (seen.get(choice) ?? 0) + 1);
    }
    expect(seen.size).toBe(10);
    const expected = trials / 10;
    const chi2 = [...seen.values()].reduce((sum, n) => sum + (n - expected) ** 2 / expected, 0);
    expect(chi2).toBeLessThan(27.9);
  });
});
