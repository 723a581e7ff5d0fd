import type { COMPONENTS, Evaluation, TableNumber } from '@deelema/records';
import type { Documents } from './documents.ts';

type Read = (documents: Documents) => TableNumber;

/** A component of the invisible momenta, e.g. `q1x`. */
export type ComponentName = (typeof COMPONENTS)[number];

/** Whose momenta are compared with the true ones: those of the training, or those at the minimum of M_2CC(ab). */
export type MomentaOf = 'training' | 'm2cc';

/**
 * The correlation of one component of the predicted and true invisible momenta, of rightly paired events.
 *
 *     σ_r = (1 − r²) / √(n − 1)
 *
 * for many events of equal weight whose momenta are normally distributed; null for one event.
 *
 * @see R. A. Fisher, Biometrika 10 (1915) 507
 */
export const correlation =
  (method: MomentaOf, component: ComponentName): Read =>
  ({ evaluation }) => {
    const { events, metrics } = rightlyPaired(evaluation, method, component);
    const value = metrics?.correlation ?? null;
    return {
      value,
      error: value === null ? null : orNull((1 - value ** 2) / Math.sqrt(events - 1)),
    };
  };

/**
 * The resolution of one component of the invisible momenta: the standard deviation of predicted − true, of rightly
 * paired events, GeV.
 *
 *     σ_σ = σ / √(2 (n − 1))
 *
 * for residuals that are normally distributed, and events of equal weight; longer tails make the error larger. Null
 * for one event.
 */
export const residualWidth =
  (method: MomentaOf, component: ComponentName): Read =>
  ({ evaluation }) => {
    const { events, metrics } = rightlyPaired(evaluation, method, component);
    const value = metrics?.residualWidth ?? null;
    return { value, error: value === null ? null : orNull(value / Math.sqrt(2 * (events - 1))) };
  };

/** What is known of a component, and in how many events. */
function rightlyPaired({ truth }: Evaluation, method: MomentaOf, component: ComponentName) {
  const { events = 0, components = [] } =
    (method === 'training' ? truth : truth?.m2cc)?.rightPairing ?? {};
  const metrics = components.find((candidate) => candidate.component === component);
  return { metrics, events: events - (metrics?.nonFinite ?? 0) };
}

function orNull(error: number): number | null {
  return Number.isFinite(error) ? error : null;
}
