import { INVISIBLE_ROLES, momentumColumns, trueRole, VISIBLE_ROLES } from '@deelema/events';
import type { COMPONENTS } from '@deelema/records';

/** The per-event masses that `train` writes, in the order of the tables. */
export const MASSES = ['m_A1', 'm_A2', 'm_B1', 'm_B2'] as const;

/** The baselines that `baseline` writes, in the order of the tables. */
export const BASELINES = ['mt2_b', 'mt2_ab'] as const;

export type MassName = (typeof MASSES)[number];
export type BaselineName = (typeof BASELINES)[number];
export type ComponentName = (typeof COMPONENTS)[number];

/** Which family a mass belongs to: it decides the common range. */
export const FAMILIES = {
  A: ['m_A1', 'm_A2', 'mt2_ab'],
  B: ['m_B1', 'm_B2', 'mt2_b'],
} as const;

/**
 * The columns read from each stage's events.
 *
 * @param truth Whether the true invisible momenta are there.
 * @param present The columns of the events of contaminate: momenta before smearing are read where
 *  they are there.
 */
export function columnsToRead(truth: boolean, present: readonly string[]) {
  const momenta = (roles: readonly string[]) => (truth ? roles.flatMap(momentumColumns) : []);
  const unsmeared = momenta(VISIBLE_ROLES.map(trueRole));
  return {
    contaminate: [
      'event',
      'weight',
      'split',
      'exchanged',
      ...momenta([...VISIBLE_ROLES, ...INVISIBLE_ROLES]),
      ...unsmeared.filter((name) => present.includes(name)),
    ],
    train: ['event', ...MASSES, ...momenta(['k1', 'k2'])],
    baseline: ['event', ...BASELINES],
  };
}
