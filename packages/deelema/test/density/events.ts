import { twoBodyDecay } from '@deelema/kinematics';
import { ANTLER, massNames, visibleRoles } from '../../src/topology/topology.ts';
import type { DecayTopology } from '../../src/topology/topology.ts';
import { CHAIN, LOPSIDED } from '../topology/chains.ts';
import { sumOf, type Event, type Four, type Meaning } from './float64.ts';

/** Two visibles in the last step of branch 1, none of the masses shared. */
export const UNLIKE: DecayTopology = {
  name: 'unlike',
  branches: [
    {
      steps: [
        { mass: 'A', visibles: ['a1'] },
        { mass: 'B', visibles: ['b1', 'l1'] },
      ],
      invisible: 'c1',
    },
    { steps: [{ mass: 'D', visibles: ['a2'] }], invisible: 'c2' },
  ],
  exchanges: [],
};

/** One step per branch. */
export const SHORT: DecayTopology = {
  name: 'short',
  branches: [
    { steps: [{ mass: 'A', visibles: ['a1'] }], invisible: 'c1' },
    { steps: [{ mass: 'A', visibles: ['a2'] }], invisible: 'c2' },
  ],
  exchanges: [['a1', 'a2']],
};

/** One meaning per kind of decay: perfect, with energies, with pTmiss, with all. */
export const MEANINGS: readonly (Meaning & { readonly ptmissResolution: boolean })[] = [
  { topology: ANTLER, smeared: [], mC: [4.5, 4.5], ptmissResolution: false },
  { topology: ANTLER, smeared: [0, 3], mC: [0, 0], ptmissResolution: false },
  { topology: SHORT, smeared: [], mC: [1, 3], ptmissResolution: true },
  { topology: CHAIN, smeared: [0, 1, 5], mC: [2, 2], ptmissResolution: true },
  { topology: LOPSIDED, smeared: [1], mC: [1, 0.5], ptmissResolution: false },
  { topology: UNLIKE, smeared: [0, 1, 2, 3], mC: [1, 2], ptmissResolution: true },
];

/** What a meaning is called in the name of a test. */
export function nameOf({ topology, smeared, ptmissResolution }: (typeof MEANINGS)[number]): string {
  return `${topology.name}, ${smeared.length} smeared${ptmissResolution ? ', pTmiss too' : ''}`;
}

/** Numbers from 0 to 1 spread evenly: multiples of an irrational number, modulo 1. */
export function spread(i: number, k: number): number {
  return ((i + 1) * Math.sqrt(2 + 3 * k) + k * Math.SQRT2) % 1;
}

/** About normally distributed: deviation 1, at most 3.5. */
export function gaussian(i: number, k: number): number {
  const four = [0, 1, 2, 3].map((j) => spread(i, 4 * k + j));
  return (four.reduce((sum, x) => sum + x) - 2) * Math.sqrt(3);
}

/** Unrelated visible momenta of energies about 1, with all resolutions. */
export function anyEvents(n: number, meaning: Meaning & { ptmissResolution: boolean }): Event[] {
  const roles = visibleRoles(meaning.topology);
  return Array.from({ length: n }, (_, i) => ({
    visibles: roles.map((_role, j): Four => {
      const [x, y, z] = [0, 1, 2].map((c) => gaussian(i, 3 * j + c + 1));
      return [Math.hypot(0.05, x, y, z), x, y, z];
    }),
    ptmiss: 2 * spread(i, 60),
    rapidity: 2 * spread(i, 61) - 1,
    resolutions: meaning.smeared.map((_role, k) => 0.05 + 0.15 * spread(i, 62 + k)),
    ptmissResolution: meaning.ptmissResolution ? 0.1 + 0.2 * spread(i, 70) : undefined,
  }));
}

/** Unknowns of each event, in the order of `unknownsOf`: momenta of about 2, deviations of about 1. */
export function anyUnknowns(n: number, meaning: Meaning & { ptmissResolution: boolean }) {
  const d = 4 + meaning.smeared.length + (meaning.ptmissResolution ? 2 : 0);
  return Array.from({ length: n }, (_, i) =>
    Array.from({ length: d }, (_z, k) => (k < 4 ? 2 : 0.8) * gaussian(i, 80 + k))
  );
}

/** An event of an antler with what was not seen. */
export interface TrueEvent {
  readonly event: Event;
  /** q1x, q1y, q1z, q2z. */
  readonly unknowns: readonly number[];
}

/** Antlers with massless visibles, rotated so that pTmiss lies along x; in the frame of the pair. */
export function antlers(n: number, mA: number, mB: number, mC: number): TrueEvent[] {
  return Array.from({ length: n }, (_, i) => {
    const size = mA * (0.3 + spread(i, 40));
    const cosine = 2 * spread(i, 41) - 1;
    const across = size * Math.sqrt(1 - cosine * cosine);
    const branch = (sign: 1 | -1, k: number): Four[] => {
      const out = new Float64Array(16);
      const p = [sign * across, 0, sign * size * cosine] as const;
      twoBodyDecay(mA, ...p, mB, 0, 2 * spread(i, k) - 1, 2 * Math.PI * spread(i, k + 1), out);
      const [x, y, z] = out.subarray(1, 4);
      twoBodyDecay(
        mB,
        x,
        y,
        z,
        mC,
        0,
        2 * spread(i, k + 2) - 1,
        2 * Math.PI * spread(i, k + 3),
        out,
        8
      );
      return [4, 12, 8].map((at) => [...out.subarray(at, at + 4)] as unknown as Four);
    };
    const [one, two] = [branch(1, 42), branch(-1, 46)];
    const missing = sumOf(one[2], two[2]);
    const angle = -Math.atan2(missing[2], missing[1]);
    const turned = ([e, x, y, z]: Four): Four => [
      e,
      Math.cos(angle) * x - Math.sin(angle) * y,
      Math.sin(angle) * x + Math.cos(angle) * y,
      z,
    ];
    const visibles = [one[0], two[0], one[1], two[1]].map(turned);
    const [q1, q2] = [turned(one[2]), turned(two[2])];
    const event = { visibles, ptmiss: Math.hypot(missing[1], missing[2]), rapidity: 0.5 };
    return {
      event: { ...event, resolutions: [], ptmissResolution: undefined },
      unknowns: [q1[1], q1[2], q1[3], q2[3]],
    };
  });
}

/** The topologies of `MEANINGS`, each once, for tests that need no event. */
export const TOPOLOGIES = [ANTLER, SHORT, CHAIN, LOPSIDED, UNLIKE].map((topology) => ({
  topology,
  names: massNames(topology),
}));
