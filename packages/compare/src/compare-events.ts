import type { EventFile } from '@deelema/events';
import type { ComparedObservable, Comparison } from './comparison.ts';
import { measure, type Measurement } from './measure.ts';
import { OBSERVABLES } from './observables/observables.ts';
import type { Reference, ReferenceObservable } from './reference.ts';
import type { Binned } from './statistics/binned.ts';
import { compareShapes } from './statistics/compare-shapes.ts';
import { kolmogorovSmirnov } from './statistics/kolmogorov-smirnov.ts';

/** How shapes are compared. */
export interface ComparisonSettings {
  /** Relative uncertainty of each bin of a shape that depends on parton distributions and scales. */
  readonly band: number;
  /** A shape differs if its p-value is below this. */
  readonly significance: number;
}

/**
 * Compares the distributions of generated events with those of a full generator.
 *
 * @param file The generated events.
 * @param reference Histograms of the generator.
 * @param settings How shapes are compared.
 * @param onBatch Called after each batch with its number of events.
 * @returns The content of `comparison.json` but its figures.
 * @throws InputError if the events do not know their invisible momenta, or a weight is not finite.
 */
export async function compareEvents(
  file: EventFile,
  reference: Reference,
  settings: ComparisonSettings,
  onBatch: (events: number) => void
): Promise<Omit<Comparison, 'figures'>> {
  const measured = await measure(file, reference.observables, onBatch);
  const observables = reference.observables.map((expected, k) =>
    compareObservable(measured.measurements[k], expected, settings)
  );
  const { sample, crossSection } = file.metadata;
  return {
    schemaVersion: 1,
    sample,
    events: measured.events,
    sumOfWeights: measured.sumOfWeights,
    crossSection: crossSection ?? null,
    reference: about(reference),
    band: settings.band,
    significance: settings.significance,
    differing: observables.filter(({ verdict }) => verdict === 'differs').map(({ name }) => name),
    observables,
  };
}

function about(reference: Reference): Comparison['reference'] {
  const { generator, version, pdf, process, seed, events, source } = reference;
  const { value, error } = reference.crossSection;
  return { generator, version, pdf, process, seed, events, source, crossSection: { value, error } };
}

function compareObservable(
  { histogram, mean }: Measurement,
  reference: ReferenceObservable,
  { band, significance }: ComparisonSettings
): ComparedObservable {
  const { name, unit, invariant, edges } = reference;
  const expected = binned(reference);
  const shapes = compareShapes(histogram, expected, invariant ? 0 : band);
  // Without a positive sum of weights in the bins there is no shape that could agree.
  const agrees = shapes !== null && (shapes.pValue === null || shapes.pValue >= significance);
  return {
    name,
    group: OBSERVABLES[name].group,
    unit,
    invariant,
    edges,
    generated: { ...mean.result(), ...contents(histogram) },
    reference: { mean: reference.mean, meanError: reference.meanError, ...contents(expected) },
    nonFinite: histogram.nonFinite,
    chiSquare: shapes?.chiSquare ?? null,
    ndf: shapes?.ndf ?? null,
    pValue: shapes?.pValue ?? null,
    distance: kolmogorovSmirnov(histogram, expected),
    verdict: agrees ? 'agrees' : 'differs',
  };
}

function binned(observable: ReferenceObservable): Binned {
  const { edges, underflow, overflow } = observable;
  const { sumOfWeights: sums, sumOfSquaredWeights: squares } = observable;
  return { edges, sums, squares, underflow, overflow };
}

function contents({ sums, squares, underflow, overflow }: Binned) {
  return {
    sumOfWeights: Array.from(sums),
    sumOfSquaredWeights: Array.from(squares),
    underflow,
    overflow,
  };
}
