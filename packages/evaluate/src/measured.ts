import { knownMass } from '@deelema/records';
import type { Evaluation, Training } from '@deelema/records';

/**
 * The masses that a training measured, and how many errors they are from the true ones.
 *
 * @param measurement What the training says; null if it does not measure.
 * @param truth What is known of the true masses.
 */
export function measuredPart(
  measurement: Training['measurement'],
  truth: Evaluation['truth']
): Evaluation['measured'] {
  if (measurement === null) return null;
  const known = new Map(
    Object.entries(truth?.masses ?? {}).map(([name, mass]) => [name, knownMass(mass)])
  );
  const masses = Object.entries(measurement.masses).map(([name, mass]) => {
    return [name, { ...mass, pull: pullOf(mass, known.get(name) ?? null) }] as const;
  });
  return { ...measurement, masses: Object.fromEntries(masses) };
}

function pullOf(
  { value, error }: { readonly value: number; readonly error: number | null },
  known: number | null
): number | null {
  return known === null || error === null || error === 0 ? null : (value - known) / error;
}
