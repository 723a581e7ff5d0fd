import type { Evaluation, Measurements, TableNumber } from '@deelema/records';
import type { Documents } from './documents.ts';

type Read = (documents: Documents) => TableNumber;
type Statistic = 'mean' | 'width' | 'median';

const UNKNOWN: TableNumber = { value: null, error: null };

/** The mass that the training reports; its error where the recipe measures it. */
export const trainedMass =
  (mass: 'A' | 'B'): Read =>
  ({ training: { auxiliary, measurement } }) => ({
    value: own(auxiliary, mass),
    error: own(measurement?.masses ?? {}, mass)?.error ?? null,
  });

/** A value by its name, null where a topology has none of that name. */
function own<T>(values: Readonly<Record<string, T>>, name: string): T | null {
  return Object.hasOwn(values, name) ? values[name] : null;
}

/** (m̃ − median of the true mass) / that median. */
export const deviation =
  (particle: 'A' | 'B'): Read =>
  ({ evaluation: { truth } }) => ({
    value: truth?.masses[particle].auxiliaryDeviation ?? null,
    error: null,
  });

/** (mass that the training measured − true mass) / error. */
export const pull =
  (mass: 'A' | 'B'): Read =>
  ({ evaluation: { measured } }) => ({
    value: own(measured?.masses ?? {}, mass)?.pull ?? null,
    error: null,
  });

/** How often the network chooses the true pairing of a and b. */
export const pairingEfficiency: Read = ({ evaluation: { truth } }) => ({
  value: truth?.pairing?.efficiency ?? null,
  error: truth?.pairing?.error ?? null,
});

/** A statistic of the true masses of both branches. */
export const truth =
  (particle: 'A' | 'B', statistic: Statistic): Read =>
  ({ evaluation }) => ({
    value: evaluation.truth?.masses[particle][statistic] ?? null,
    error: null,
  });

/** A statistic of the masses of single events with the momenta that the network predicts. */
export const perEvent =
  (mass: keyof Evaluation['masses'], statistic: Statistic): Read =>
  ({ evaluation }) => {
    const { meanError, [statistic]: value } = evaluation.masses[mass];
    return { value, error: statistic === 'mean' ? meanError : null };
  };

/** A mass from the whole sample, without a network. */
export const wholeSample =
  (method: 'likelihood' | 'solvability', mass: 'mA' | 'mB'): Read =>
  ({ measurements }: { measurements: Measurements }) => {
    const found = measurements[method]?.[mass];
    return found ? { value: found.value, error: found.error } : UNKNOWN;
  };

/** Where a distribution ends. */
export const endpoint =
  (variable: keyof Evaluation['baselines']): Read =>
  ({ evaluation }) => {
    const found = evaluation.baselines[variable]?.endpoint;
    return found ? { value: found.value, error: found.error } : UNKNOWN;
  };
