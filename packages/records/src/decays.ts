import { InputError } from '@deelema/events';
import { z } from 'zod';
import type { Training } from './training.ts';

/** One mass of every event, with the momenta that a training predicts. */
export interface MassColumn {
  /** Its name in files, e.g. `m_A1`. */
  readonly column: `m_${string}`;
  /** Its auxiliary mass, e.g. `A`. */
  readonly name: string;
  readonly branch: 1 | 2;
  /** Roles of the visible particles of all decays from it down. */
  readonly visibles: readonly string[];
}

/** The decays that a training took the events for. */
export interface Decays {
  /** Name by name in the order of `auxiliary`, branch 1 before branch 2. */
  readonly columns: readonly MassColumn[];
  /** Roles of all visible particles of branch 1 and of branch 2. */
  readonly branches: readonly [readonly string[], readonly string[]];
  /** Pairs of visible roles that may be confused. */
  readonly exchanges: readonly (readonly [string, string])[];
}

const steps = z.array(z.object({ mass: z.string(), visibles: z.array(z.string()) })).min(1);

/** The part of the settings of a training that says its decays. */
const topology = z.object({
  branches: z.tuple([steps, steps]),
  exchanges: z.array(z.tuple([z.string(), z.string()])).default([]),
});

type Topology = z.output<typeof topology>;

/** Of a training whose settings name no others. */
const ANTLER: Topology = {
  branches: [
    [
      { mass: 'A', visibles: ['a1'] },
      { mass: 'B', visibles: ['b1'] },
    ],
    [
      { mass: 'A', visibles: ['a2'] },
      { mass: 'B', visibles: ['b2'] },
    ],
  ],
  exchanges: [['b1', 'b2']],
};

/**
 * The decays of a training: those under `topology` of its settings, or else the antler.
 *
 * @param auxiliary Its masses by name.
 * @param training Its settings and the name of its topology.
 * @returns Which masses every event has, and of which particles.
 * @throws InputError if a mass of the decays is not among them.
 */
export function decaysOf(
  auxiliary: Readonly<Record<string, number>>,
  training: Pick<Training, 'topology' | 'settings'>
): Decays {
  const { branches, exchanges } = topologyOf(training.settings);
  const names = Object.keys(auxiliary);
  const expected = [...new Set(branches.flat().map(({ mass }) => mass))];
  if (expected.some((name) => !names.includes(name))) {
    throw new InputError(
      `training.json has the auxiliary masses ${names.join(', ') || 'of nothing'}, expected ` +
        `${expected.join(' and ')}, those of its topology ${training.topology}; run train again.`
    );
  }
  const [first, second] = branches.map((branch) => branch.flatMap(({ visibles }) => visibles));
  const columns = names.flatMap((name) =>
    ([1, 2] as const).flatMap((branch) => columnOf(name, branch, branches[branch - 1]))
  );
  return { columns, branches: [first, second], exchanges };
}

function columnOf(name: string, branch: 1 | 2, chain: Topology['branches'][0]): MassColumn[] {
  const step = chain.findIndex(({ mass }) => mass === name);
  if (step < 0) return [];
  const visibles = chain.slice(step).flatMap((decay) => decay.visibles);
  return [{ column: `m_${name}${branch}`, name, branch, visibles }];
}

/** A program in the place of train may have a setting of that name for something else: a word, say. */
function topologyOf({ topology: given }: Training['settings']): Topology {
  if (given === undefined || given === null || typeof given !== 'object') return ANTLER;
  const result = topology.safeParse(given);
  if (result.success) return result.data;
  throw new InputError(
    'training.json has settings.topology without two branches of { mass, visibles }, expected what ' +
      'train takes under topology; run train again.'
  );
}

/** A mass of the events: of A or B in branch 1 or 2 of the antler that they are. */
export interface AntlerMass {
  readonly particle: 'A' | 'B';
  readonly branch: 1 | 2;
}

/**
 * Which particle of an antler a mass is the mass of, by the visible particles that come out of it.
 *
 * @param mass One mass of a training.
 * @returns A of branch i for a_i and b_i together, B for b_i alone; null for others, which no antler knows.
 */
export function antlerMass({ visibles }: Pick<MassColumn, 'visibles'>): AntlerMass | null {
  const key = [...visibles].sort().join(' ');
  for (const branch of [1, 2] as const) {
    if (key === `a${branch} b${branch}`) return { particle: 'A', branch };
    if (key === `b${branch}`) return { particle: 'B', branch };
  }
  return null;
}
