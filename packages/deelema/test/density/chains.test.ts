import { describe, expect, it } from 'vitest';
import { ANTLER, shellsOf } from '../../src/index.ts';
import { CHAIN, LOPSIDED } from '../topology/chains.ts';

describe('shellsOf', () => {
  it('of the antler: A₁, B₁, A₂, B₂; visibles are a1, a2, b1, b2', () => {
    expect(shellsOf(ANTLER)).toEqual([
      { branch: 0, mass: 0, child: 1, own: [0], below: [0, 2] },
      { branch: 0, mass: 1, child: undefined, own: [2], below: [2] },
      { branch: 1, mass: 0, child: 1, own: [1], below: [1, 3] },
      { branch: 1, mass: 1, child: undefined, own: [3], below: [3] },
    ]);
  });

  it('of two particles in the first of three steps: visibles are j1, j3, j2, j4, a1, a2, b1, b2', () => {
    const [first, second] = shellsOf(CHAIN);
    expect(first).toEqual({ branch: 0, mass: 0, child: 1, own: [0, 1], below: [0, 1, 4, 6] });
    expect(second).toEqual({ branch: 0, mass: 1, child: 2, own: [4], below: [4, 6] });
    expect(shellsOf(CHAIN)[5]).toEqual({
      ...{ branch: 1, mass: 2, child: undefined },
      ...{ own: [7], below: [7] },
    });
  });

  it('of unlike branches: visibles are a1, b2, b1', () => {
    expect(shellsOf(LOPSIDED)).toEqual([
      { branch: 0, mass: 0, child: 1, own: [0], below: [0, 2] },
      { branch: 0, mass: 1, child: undefined, own: [2], below: [2] },
      { branch: 1, mass: 1, child: undefined, own: [1], below: [1] },
    ]);
  });
});
