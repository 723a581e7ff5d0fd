import type { Evaluation, MassColumn, TableNumber } from '@deelema/records';
import type { Documents } from './documents.ts';

type Read = (documents: Documents) => TableNumber;
type Statistic = 'mean' | 'width' | 'median';

const UNKNOWN: TableNumber = { value: null, error: null };

/** The mass that the training reports; its error where the recipe measures it. */
export const trainedMass =
  (mass: string): Read =>
  ({ training: { auxiliary, measurement } }) => ({
    value: own(auxiliary, mass),
    error: own(measurement?.masses ?? {}, mass)?.error ?? null,
  });

/** A value by its name, null where a topology has none of that name. */
function own<T>(values: Readonly<Record<string, T>>, name: string): T | null {
  return Object.hasOwn(values, name) ? values[name] : null;
}

/** The resolution τ of a mass at the highest likelihood, where the recipe measures it. */
export const resolution =
  (mass: string): Read =>
  ({ training: { measurement } }) => ({
    value: own(measurement?.resolutions ?? {}, mass),
    error: null,
  });

/** (m̃ − median of the true mass) / that median; its error is that of m̃ alone. */
export const deviation =
  (particle: string): Read =>
  ({ evaluation: { truth }, training: { measurement } }) => {
    const { auxiliaryDeviation: value = null, median = null } =
      own(truth?.masses ?? {}, particle) ?? {};
    const error = own(measurement?.masses ?? {}, particle)?.error ?? null;
    const known = value !== null && error !== null && median !== null && median > 0;
    return { value, error: known ? error / median : null };
  };

/**
 * The loss on events that the network did not learn from, in the unit of its training: the mean of both halves of the
 * recipe that measures.
 */
export const validationLoss: Read = ({ training: { history } }) => {
  const lasts = [...new Map(history.map((entry) => [entry.phase, entry])).values()];
  const found = lasts.flatMap(({ validationLoss: loss }) => (loss === null ? [] : [loss]));
  const sum = found.reduce((total, loss) => total + loss, 0);
  return { value: found.length === 0 ? null : sum / found.length, error: null };
};

/** (mass that the training measured − true mass) / error. */
export const pull =
  (mass: string): Read =>
  ({ evaluation: { measured } }) => ({
    value: own(measured?.masses ?? {}, mass)?.pull ?? null,
    error: null,
  });

/** Mean or width of the pulls of a mass over the pseudo-experiments of the training. */
export const pulls =
  (mass: string, statistic: 'mean' | 'width'): Read =>
  ({ training: { measurement } }) => {
    const found = own(measurement?.experiments?.pulls ?? {}, mass);
    const { mean, meanError, width, widthError } = found ?? NO_PULLS;
    return statistic === 'mean'
      ? { value: mean, error: meanError }
      : { value: width, error: widthError };
  };

const NO_PULLS = { mean: null, meanError: null, width: null, widthError: null };

/** How often the network chooses the true pairing of a and b. */
export const pairingEfficiency: Read = ({ evaluation: { truth } }) => ({
  value: truth?.pairing?.efficiency ?? null,
  error: truth?.pairing?.error ?? null,
});

/** A statistic of the true masses of both branches. */
export const truth =
  (particle: string, statistic: Statistic): Read =>
  ({ evaluation }) => ({
    value: own(evaluation.truth?.masses ?? {}, particle)?.[statistic] ?? null,
    error: null,
  });

/** A statistic of the masses of single events with the momenta that the network predicts; the peak is fitted. */
export const perEvent =
  (column: MassColumn['column'], statistic: Statistic | 'peak'): Read =>
  ({ evaluation }) => {
    const found = own(evaluation.masses, column);
    if (found === null) return UNKNOWN;
    if (statistic === 'peak') return { value: found.peak.value, error: found.peak.error };
    const { meanError, [statistic]: value } = found;
    return { value, error: statistic === 'mean' ? meanError : null };
  };

/** A mass from the whole sample, without a network. */
export const wholeSample =
  (method: 'likelihood' | 'solvability', mass: 'mA' | 'mB'): Read =>
  ({ measurements }) => {
    const found = measurements?.[method]?.[mass];
    return found ? { value: found.value, error: found.error } : UNKNOWN;
  };

/** Where a distribution ends. */
export const endpoint =
  (variable: keyof NonNullable<Evaluation['baselines']>): Read =>
  ({ evaluation }) => {
    const found = evaluation.baselines?.[variable]?.endpoint;
    return found ? { value: found.value, error: found.error } : UNKNOWN;
  };
