import { count } from '@deelema/plots';
import { decimalPlaces } from '@deelema/records';
import type { Evaluation } from '@deelema/records';

const SPLITS: Readonly<Record<string, string>> = {
  train: 'the training split',
  validation: 'the validation split',
  test: 'the test split',
  all: 'all splits',
};

/** Said where events of negative weight outweigh the others. */
export const UNDEFINED =
  'The sum of the weights is not positive: means, widths and medians are not defined.';

/**
 * The end of every caption: whose events these are and how the network was trained.
 *
 * @param evaluation The evaluation.
 * @param events Number of events shown.
 */
export function provenance({ sample, split, training }: Evaluation, events: number): string {
  return `${sampleSentence(sample)} ${count(events, 'event')} of ${SPLITS[split] ?? split}; ${recipeLine(training)}.`;
}

/** @returns What the events are, as a sentence; nothing where their source does not say. */
export function sampleSentence(sample: string): string {
  return sample === '' ? '' : ` Sample: ${sample.replace(/\.$/, '')}.`;
}

/** @returns What names a training: its recipe, its epochs in all phases together, and its seed. */
export function recipeLine({ recipe, settings, history }: Evaluation['training']): string {
  const parts = [`trained with the recipe “${recipe}” for ${count(history.length, 'epoch')}`];
  if (typeof settings.seed === 'number') parts.push(`seed ${settings.seed}`);
  return parts.join(', ');
}

/** @returns What the contents of bins and cells are: numbers of events, or sums of weights. */
export function contentName({ sumOfWeights, events }: Evaluation): 'Events' | 'Sum of weights' {
  return sumOfWeights === events ? 'Events' : 'Sum of weights';
}

/** @returns A mass with its unit, to 0.1 GeV. */
export function gev(mass: number): string {
  return `${mass.toFixed(1)} GeV`;
}

/** @returns A measured mass with two digits of its error and its unit, e.g. 800.3 ± 1.2 GeV. */
export function measuredGev(mass: number, error: number | null): string {
  if (error === null) return gev(mass);
  const places = decimalPlaces(error);
  return `${mass.toFixed(places)} ± ${error.toFixed(places)} GeV`;
}

/** A mass with its standard error, GeV; null where it is not known. */
export interface FoundMass {
  readonly value: number;
  readonly error: number | null;
}

/** @returns What the training says of the mass of that name: as measured, or an auxiliary mass without an error. */
export function massFound({ auxiliary, measured }: Evaluation, name: string): FoundMass {
  return measured?.masses[name] ?? { value: auxiliary[name], error: null };
}

/** @returns What such masses are called. */
export function nameOfMasses({ measured }: Evaluation): 'measured mass' | 'auxiliary mass' {
  return measured === null ? 'auxiliary mass' : 'measured mass';
}

/** @returns How often the chosen pairing is right, as a sentence; nothing where none is chosen. */
export function pairingSentence({ truth }: Evaluation): string {
  const efficiency = truth?.pairing?.efficiency ?? null;
  if (efficiency === null) return '';
  return ` The pairing of a and b that the network chooses is right in ${(100 * efficiency).toFixed(1)} % of the events.`;
}

/** @returns Parts as a list in words, e.g. `A, B and D`. */
export function listed(parts: readonly string[]): string {
  if (parts.length < 2) return parts.join('');
  return `${parts.slice(0, -1).join(', ')} and ${parts[parts.length - 1]}`;
}
