import { momentumColumns, VISIBLE_ROLES } from '@deelema/events';
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
 */
export function columnsToRead(truth: boolean) {
  const momenta = (roles: readonly string[]) => (truth ? roles.flatMap(momentumColumns) : []);
  return {
    contaminate: [
      'event',
      'weight',
      'split',
      'exchanged',
      ...momenta([...VISIBLE_ROLES, 'c1', 'c2']),
    ],
    train: ['event', ...MASSES, ...momenta(['k1', 'k2'])],
    baseline: ['event', ...BASELINES],
  };
}
