import { count } from '@deelema/plots';
import type { ComparedObservable, Comparison } from '../comparison.ts';

/**
 * What a figure shows, whose events these are and which shapes differ.
 *
 * @param title Title of the figure.
 * @param shown Its observables.
 * @param comparison What they belong to.
 */
export function caption(
  title: string,
  shown: readonly ComparedObservable[],
  comparison: Omit<Comparison, 'figures'>
): string {
  const { sample, events, reference } = comparison;
  const { generator, version, pdf, process } = reference;
  const source = sample === '' ? '' : ` (${sample.replace(/\.$/, '')})`;
  return [
    `${title}. Lines: ${count(events, 'generated event')}${source}. Points:`,
    `${count(reference.events, 'event')} by ${generator} ${version} with ${pdf}, ${process}.`,
    'All shapes are normalised to one within the panel; below them the ratio of generated events to',
    'reference, with the statistical errors of both, and arrows where it lies beyond the panel.',
    ...bandSentence(shown, comparison),
    verdict(shown, comparison),
  ].join(' ');
}

function bandSentence(
  shown: readonly ComparedObservable[],
  { band }: Omit<Comparison, 'figures'>
): string[] {
  if (band === 0 || shown.every(({ invariant }) => invariant)) return [];
  const percent = Number((100 * band).toPrecision(3));
  return [`Grey: ±${percent} %, granted to shapes that depend on parton distributions and scales.`];
}

function verdict(
  shown: readonly ComparedObservable[],
  { significance }: Omit<Comparison, 'figures'>
): string {
  const values = shown.map((observable) => `${observable.name} ${pText(observable)}`).join(', ');
  const differing = shown.filter((observable) => observable.verdict === 'differs').length;
  const all = `${differing === 0 ? 'None' : differing} of the ${shown.length} shapes`;
  const verb = differing > 1 ? 'differ' : 'differs';
  return `${all} ${verb} at a significance of ${significance}; p-values: ${values}.`;
}

/** A p-value of two digits; those that are lost to rounding as an upper limit. */
export function pText({ pValue, chiSquare }: ComparedObservable): string {
  if (pValue === null) return chiSquare === null ? 'n/a' : 'one bin';
  if (pValue < 1e-10) return '< 1e-10';
  return String(Number(pValue.toPrecision(2)));
}
