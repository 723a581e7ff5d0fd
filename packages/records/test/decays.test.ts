import { describe, expect, it } from 'vitest';
import { antlerMass, decaysOf } from '../src/decays.ts';
import { FOUR_MASSES, ONE_STEP } from '../../../test/support/other-topologies.ts';

const columnsOf = (auxiliary: Record<string, number>, settings = {}) =>
  decaysOf(auxiliary, { topology: 'x', settings }).columns;
const masses = (...names: string[]) => Object.fromEntries(names.map((name) => [name, 1]));

describe('decaysOf', () => {
  it('is the antler where the settings name no other decays', () => {
    const decays = decaysOf(masses('A', 'B'), { topology: 'antler', settings: { seed: 1 } });
    expect(decays.columns.map(({ column }) => column)).toEqual(['m_A1', 'm_A2', 'm_B1', 'm_B2']);
    expect(decays.branches).toEqual([
      ['a1', 'b1'],
      ['a2', 'b2'],
    ]);
    expect(decays.exchanges).toEqual([['b1', 'b2']]);
  });

  it('is that of the settings, in the order of the auxiliary masses', () => {
    const names = (columns: ReturnType<typeof columnsOf>) => columns.map(({ column }) => column);
    expect(names(columnsOf(masses('A'), ONE_STEP))).toEqual(['m_A1', 'm_A2']);
    const four = columnsOf(masses('A', 'D', 'B', 'E'), FOUR_MASSES);
    expect(names(four)).toEqual(['m_A1', 'm_D2', 'm_B1', 'm_E2']);
    expect(four.map(antlerMass)).toEqual([
      { particle: 'A', branch: 1 },
      { particle: 'A', branch: 2 },
      { particle: 'B', branch: 1 },
      { particle: 'B', branch: 2 },
    ]);
  });

  it('says in one sentence which masses are missing, and that settings are no decays', () => {
    expect(() => columnsOf(masses('A', 'B'), FOUR_MASSES)).toThrow(
      'training.json has the auxiliary masses A, B, expected A and B and D and E, those of its topology x; run train again.'
    );
    expect(() => columnsOf(masses('A'), { topology: { branches: [] } })).toThrow(
      'training.json has settings.topology without two branches'
    );
    expect(columnsOf(masses('A', 'B'), { topology: 'a word' })).toHaveLength(4);
  });
});

describe('antlerMass', () => {
  it('tells A and B by what comes out of them, in any order, and nothing of others', () => {
    const of = (...visibles: string[]) => antlerMass({ visibles });
    expect(of('b2', 'a2')).toEqual({ particle: 'A', branch: 2 });
    expect(of('b1')).toEqual({ particle: 'B', branch: 1 });
    expect([of('a1'), of('a1', 'b2'), of('a1', 'a2', 'b1')]).toEqual([null, null, null]);
  });
});
