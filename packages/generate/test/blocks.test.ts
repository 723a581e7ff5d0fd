import { describe, expect, it } from 'vitest';
import { BATCH_ROWS, fourMomenta } from '@deelema/events';
import { blockMaker } from '../src/blocks.ts';
import { config } from '../src/config.mjs';
import type { GeneratorConfig } from '../src/config-types.ts';
import { pull } from './support/statistics.ts';

function settings(changes: object = {}): GeneratorConfig {
  return config.parse({
    source: 'toy',
    events: BATCH_ROWS + 500,
    seed: 1,
    ...changes,
  }) as GeneratorConfig;
}

describe('blockMaker', () => {
  it('makes the same block from the same settings', () => {
    expect(blockMaker(settings())(1)).toEqual(blockMaker(settings())(1));
  });

  it('makes a block without the ones before it', () => {
    const inOrder = blockMaker(settings());
    inOrder(0);
    expect(inOrder(1)).toEqual(blockMaker(settings())(1));
  });

  it('makes other blocks from another seed, block or source', () => {
    const first = (changes: object, block = 1): number =>
      blockMaker(settings(changes))(block).columns.a1_E[0];
    const energies = [first({}), first({}, 0), first({ seed: 2 }), first({ source: 'ttbar' })];
    expect(new Set(energies).size).toBe(4);
  });

  it('numbers events through and leaves the rest for the last block', () => {
    const makeBlock = blockMaker(settings());
    expect(makeBlock(0).length).toBe(BATCH_ROWS);
    expect(makeBlock(1).length).toBe(500);
    expect(makeBlock(1).columns.event[0]).toBe(BATCH_ROWS);
  });

  it('smears only what is named, and leaves the truth alone', () => {
    const [plain, smeared] = [{}, { smearing: { seed: 5, objects: ['a1', 'b'] } }].map((changes) =>
      blockMaker(settings({ events: 5000, ...changes }))(0)
    );
    for (const name of Object.keys(plain.columns)) {
      const moves = /^(a1|b[12]|ptmiss)_/.test(name);
      expect([name, differs(plain.columns[name], smeared.columns[name])]).toEqual([name, moves]);
    }
    const [before, after] = [fourMomenta(plain, 'a1').e, fourMomenta(smeared, 'a1').e];
    expect(
      Math.abs(
        pull(
          after.map((e, i) => e / before[i]),
          1
        )
      )
    ).toBeLessThan(4);
  });
});

function differs(one: ArrayLike<number>, two: ArrayLike<number>): boolean {
  return Array.from(one).some((value, i) => value !== two[i]);
}
