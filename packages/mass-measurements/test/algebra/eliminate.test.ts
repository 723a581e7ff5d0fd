import { describe, expect, it } from 'vitest';
import { solve } from '../../src/algebra/eliminate.ts';

describe('solve', () => {
  it('inverts a matrix, whatever the order of its rows', () => {
    const matrix = [
      [0, 1, 2],
      [4, 1, 0],
      [1, 3, 1],
    ];
    // M (1, −2, 3)ᵀ.
    const x = solve(matrix, [4, 2, -2]);
    expect(x[0]).toBeCloseTo(1, 12);
    expect(x[1]).toBeCloseTo(-2, 12);
    expect(x[2]).toBeCloseTo(3, 12);
  });
});
