import { InputError } from '@deelema/events';
import { describe, expect, it } from 'vitest';
import { conjectureOf } from '../../src/deelema/settings.ts';
import { densityConfig } from '../support.ts';

const step = (mass: string, ...visibles: string[]) => ({ mass, visibles });
const TABLE = { pt: [10, 100], resolution: [0.2, 0.1] };

describe('conjectureOf', () => {
  it('is the antler with one m_C where nothing is said', () => {
    const { topology, mC, pairings, resolution } = conjectureOf(densityConfig());
    expect(topology.name).toBe('antler');
    expect(mC).toEqual([700, 700]);
    expect(pairings).toBe(2);
    expect(resolution).toEqual({});
  });

  it('reads other decays out of the settings', () => {
    const branches = [
      [step('A', 'a1', 'd1'), step('B', 'b1')],
      [step('A', 'a2', 'd2'), step('B', 'b2')],
    ];
    const topology = { name: 'three-body', branches, exchanges: [] } as const;
    const found = conjectureOf(densityConfig({ topology, mC: [1, 2] } as never));
    expect(found.topology.branches[0].steps[0].visibles).toEqual(['a1', 'd1']);
    expect(found.mC).toEqual([1, 2]);
    expect(found.pairings).toBe(1);
  });

  it('takes pairs made like tops for tops, unless their invisibles have masses', () => {
    const of = (change: object) => conjectureOf(densityConfig(change)).decays;
    expect(of({ process: 'top-pair', mC: 0 })).toBe('top');
    expect(of({ process: 'top-pair', mC: 10 })).toBe('flat');
    expect(of({ process: 'gluino-pair', mC: 0 })).toBe('flat');
    const branches = [[step('A', 'a1', 'b1')], [step('A', 'a2', 'b2')]];
    expect(of({ process: 'top-pair', mC: 0, topology: { branches, exchanges: [] } })).toBe('flat');
  });

  it('knows the cuts that the sample says were made, and those before', () => {
    const config = densityConfig({ simulation: { selection: { ptmissMin: 10 } } });
    expect(conjectureOf(config, [{ ptmissMin: 20 }]).selections).toEqual([
      { ptmissMin: 20 },
      { ptmissMin: 10 },
    ]);
  });

  it('gives the resolution of a letter to all visibles of that letter', () => {
    const { resolution } = conjectureOf(densityConfig({ resolution: { a: TABLE } }));
    expect(resolution).toEqual({ a1: TABLE, a2: TABLE });
  });

  it('prefers the resolution of a role to that of its letter, whatever comes first', () => {
    const other = { pt: [10], resolution: [0.3] };
    const expected = { a1: TABLE, a2: other };
    const one = conjectureOf(densityConfig({ resolution: { a: other, a1: TABLE } }));
    const two = conjectureOf(densityConfig({ resolution: { a1: TABLE, a: other } }));
    expect(one.resolution).toEqual(expected);
    expect(two.resolution).toEqual(expected);
  });

  it.each([
    [
      'a resolution of no visible',
      { resolution: { c1: TABLE } },
      'train.resolution: there is no visible "c1", expected one of a1, a2, b1, b2 or their letters.',
    ],
    [
      'an m_C that the beams cannot make',
      { mC: 6500 },
      'train.mC: two invisible particles weigh 13000 GeV together, expected less than the 13000 GeV of the beams; give their mass in GeV.',
    ],
    [
      'decays with no order',
      {
        topology: {
          branches: [
            [step('A', 'a1'), step('B', 'b1')],
            [step('B', 'b2'), step('A', 'a2')],
          ],
        },
      },
      'train.topology: Topology custom: mass A decays into B and into the invisible particle, expected the same in both branches; name the masses apart.',
    ],
    [
      'a particle that is emitted twice',
      { topology: { branches: [[step('A', 'a1')], [step('A', 'a1')]] } },
      'train.topology: Topology custom: role a1 stands twice, expected each particle once.',
    ],
    [
      'a branch without decays',
      { topology: { branches: [[step('A', 'a1')], []] } },
      'train.topology: Topology custom: branch 2 has no steps, expected one or more.',
    ],
    [
      'a decay without visibles',
      { topology: { branches: [[step('A')], [step('A', 'a2')]] } },
      'train.topology: Topology custom: step 1 of branch 1 has no visible particles, expected one or more.',
    ],
    [
      'an exchange of what is not there',
      { topology: { branches: [[step('A', 'a1')], [step('A', 'a2')]], exchanges: [['a1', 'b2']] } },
      'train.topology: Topology custom: the exchange of b2 is of no visible particle, expected a1, a2.',
    ],
  ])('refuses %s', (_what, settings, sentence) => {
    const read = () => conjectureOf(densityConfig(settings as never));
    expect(read).toThrow(sentence);
    expect(read).toThrow(InputError);
  });
});
