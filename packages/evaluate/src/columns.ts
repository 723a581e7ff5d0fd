import { INVISIBLE_ROLES, momentumColumns, trueRole, VISIBLE_ROLES } from '@deelema/events';
import type { COMPONENTS, MassColumn } from '@deelema/records';
import type { Conjecture } from './conjecture.ts';

/** The baselines that every `baseline` writes, in the order of the tables. */
export const TRANSVERSE = ['mt2_b', 'mt2_ab'] as const;

/** Baselines that come with a status and with momenta; another program in its place need not write them. */
export const MINIMA = ['m2cc_b', 'm2cc_ab'] as const;

/** All baselines. */
export const BASELINES = [...TRANSVERSE, ...MINIMA] as const;

/** The baseline whose momenta are looked at. */
export const WITH_MOMENTA = 'm2cc_ab';

/** What `train` chooses: 0 for the pairing of the file, else another; not every training chooses. */
export const PAIRING = 'pairing';

/** What `contaminate` marks: 1 where an event is no antler; not every sample has such events. */
export const BACKGROUND = 'background';

/** A per-event mass that `train` writes. */
export type MassName = MassColumn['column'];
export type BaselineName = (typeof BASELINES)[number];
export type MinimumName = (typeof MINIMA)[number];
export type ComponentName = (typeof COMPONENTS)[number];

/** The baselines that bound the masses of A and B. */
export const BOUNDS = {
  A: ['mt2_ab', 'm2cc_ab'],
  B: ['mt2_b', 'm2cc_b'],
} as const;

/** @returns The minima that the columns of `baseline` have. */
export function minimaIn(columns: readonly string[]): MinimumName[] {
  return MINIMA.filter((name) => columns.includes(name) && columns.includes(`${name}_status`));
}

/** @returns Whether the columns of `baseline` have the momenta of {@link WITH_MOMENTA}. */
export function hasMomenta(columns: readonly string[]): boolean {
  return MINIMUM_MOMENTA.every((name) => columns.includes(name));
}

const MINIMUM_MOMENTA = [`${WITH_MOMENTA}_k1`, `${WITH_MOMENTA}_k2`].flatMap(momentumColumns);

/**
 * The columns read from each stage's events.
 *
 * @param conjecture What the training took the events for.
 * @param truth Whether the true invisible momenta are there.
 * @param present The columns of the events: of contaminate, where momenta before smearing are read if they are
 *  there, and which events are background, of train, where the chosen pairing is, and of baseline, where minima are.
 */
export function columnsToRead(
  { masses, choosesPairing }: Conjecture,
  truth: boolean,
  present: Readonly<Record<'contaminate' | 'train' | 'baseline', readonly string[]>>
) {
  const momenta = (roles: readonly string[]) => (truth ? roles.flatMap(momentumColumns) : []);
  const unsmeared = momenta(VISIBLE_ROLES.map(trueRole));
  return {
    contaminate: [
      'event',
      'weight',
      'split',
      'exchanged',
      ...momenta([...VISIBLE_ROLES, ...INVISIBLE_ROLES]),
      ...[...unsmeared, BACKGROUND].filter((name) => present.contaminate.includes(name)),
    ],
    train: [
      'event',
      ...masses.map(({ column }) => column),
      ...momenta(['k1', 'k2']),
      ...(choosesPairing && present.train.includes(PAIRING) ? [PAIRING] : []),
    ],
    baseline: [
      'event',
      ...TRANSVERSE,
      ...minimaIn(present.baseline).flatMap((name) => [name, `${name}_status`]),
      ...(truth && hasMomenta(present.baseline) ? MINIMUM_MOMENTA : []),
    ],
  };
}
