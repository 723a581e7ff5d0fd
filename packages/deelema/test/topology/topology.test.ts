import { describe, expect, it } from 'vitest';
import {
  ANTLER,
  branchesAlike,
  checkTopology,
  childOf,
  massNames,
  pairings,
  topologyFromConfig,
  visibleRoles,
} from '../../src/topology/topology.ts';
import { CHAIN, LOPSIDED, steps } from './chains.ts';

describe('the antler', () => {
  it('has the roles and masses of PRR 5, 043186, Fig. 1', () => {
    expect(visibleRoles(ANTLER)).toEqual(['a1', 'a2', 'b1', 'b2']);
    expect(massNames(ANTLER)).toEqual(['A', 'B']);
    expect([childOf(ANTLER, 'A'), childOf(ANTLER, 'B')]).toEqual(['B', undefined]);
    expect(branchesAlike(ANTLER)).toBe(true);
  });

  it('has two pairings: as they are, and b₁ ↔ b₂', () => {
    expect(pairings(ANTLER)).toEqual([
      [0, 1, 2, 3],
      [0, 1, 3, 2],
    ]);
  });

  it('is what its settings give', () => {
    const config = {
      name: 'antler',
      branches: [steps('A:a1 B:b1'), steps('A:a2 B:b2')],
      exchanges: [['b1', 'b2']],
    };
    expect(topologyFromConfig(config)).toEqual(ANTLER);
  });
});

describe('other topologies', () => {
  it('orders the roles of three steps with several particles by step, then branch', () => {
    expect(visibleRoles(CHAIN)).toEqual(['j1', 'j3', 'j2', 'j4', 'a1', 'a2', 'b1', 'b2']);
    expect(massNames(CHAIN)).toEqual(['G', 'A', 'B']);
    expect(branchesAlike(CHAIN)).toBe(true);
  });

  it('orders the masses of unlike branches by what is below them', () => {
    expect(visibleRoles(LOPSIDED)).toEqual(['a1', 'b2', 'b1']);
    expect(massNames(LOPSIDED)).toEqual(['A', 'B']);
    expect([childOf(LOPSIDED, 'A'), childOf(LOPSIDED, 'B')]).toEqual(['B', undefined]);
    expect(branchesAlike(LOPSIDED)).toBe(false);
  });

  it('has 2ⁿ different pairings for n exchanges, each a permutation', () => {
    const all = pairings(CHAIN);
    expect(all).toHaveLength(8);
    expect(new Set(all.map(String)).size).toBe(8);
    expect(all[0]).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    for (const order of all) expect([...order].sort()).toEqual([...all[0]]);
    // Role j1 of the second pairing is the particle j3 of the file.
    expect(all[1]).toEqual([1, 0, 2, 3, 4, 5, 6, 7]);
  });

  it('takes branches with other numbers of particles for unlike', () => {
    const branches = [steps('A:a1,j1 B:b1'), steps('A:a2 B:b2,j2')];
    expect(branchesAlike(topologyFromConfig({ branches }))).toBe(false);
  });
});

describe('errors', () => {
  const other = steps('A:a2 B:b2');
  it.each([
    [[other], [], 'Topology custom: has 1 branches, expected two.'],
    [[[], other], [], 'Topology custom: branch 1 has no steps, expected one or more.'],
    [
      [steps('A:a1 B:'), other],
      [],
      'Topology custom: step 2 of branch 1 has no visible particles, expected one or more.',
    ],
    [[steps(':a1'), other], [], 'Topology custom: the mass of step 1 of branch 1 has no name.'],
    [
      [steps('A:a1 B:a2'), other],
      [],
      'Topology custom: role a2 stands twice, expected each particle once.',
    ],
    [
      [steps('A:a1 B:c2'), other],
      [],
      'Topology custom: role c2 is a visible and an invisible particle, expected two names.',
    ],
    [
      [steps('A:a1 B:b1'), other],
      [['b1', 'l2']],
      'Topology custom: the exchange of l2 is of no visible particle, expected a1, a2, b1, b2.',
    ],
    [
      [steps('A:a1 B:b1'), other],
      [['b1', 'b1']],
      'Topology custom: role b1 is exchanged with itself, expected another one.',
    ],
    [
      [steps('A:a1 B:b1'), other],
      [
        ['b1', 'b2'],
        ['b2', 'b1'],
      ],
      'Topology custom: the exchange of b1 and b2 stands twice, expected once.',
    ],
    [
      [steps('A:a1 B:b1'), other],
      [['a1', 'b1', 'b2']],
      'Topology custom: an exchange is of 3 roles, expected two like [b1, b2].',
    ],
    [
      [steps('A:a1 X:b1'), other],
      [],
      'Topology custom: mass A decays into X and into B, expected the same in both branches; name the masses apart.',
    ],
    [
      [steps('A:a1'), other],
      [],
      'Topology custom: mass A decays into the invisible particle and into B, expected the same in both branches; name the masses apart.',
    ],
    [
      [steps('A:a1 B:b1 A:l1'), steps('Z:a2')],
      [],
      'Topology custom: a branch has mass A 2 times, expected once, for nothing decays into itself.',
    ],
  ])('refuses %j with exchanges %j', (branches, exchanges, message) => {
    expect(() => topologyFromConfig({ branches, exchanges })).toThrow(new RangeError(message));
  });

  it('refuses the child of a mass that there is not, and a visible of the same name twice', () => {
    expect(() => childOf(ANTLER, 'C')).toThrow(
      new RangeError("childOf: topology antler has no mass C, expected one of its steps'.")
    );
    const [first] = ANTLER.branches;
    expect(() => {
      checkTopology({ ...ANTLER, branches: [first, first], exchanges: [] });
    }).toThrow(
      new RangeError('Topology antler: role a1 stands twice, expected each particle once.')
    );
  });
});
