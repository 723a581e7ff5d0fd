import { float64Column, mapColumns, type EventBatch } from '@deelema/events';
import type { MeasureLikelihoodSettings, WeightedEvents } from '@deelema/mass-measurements';
import type { TrialMass } from '@deelema/mass-variables';
import { antlerEvents } from './antler-events.ts';
import type { BaselineConfig } from './measure.ts';

/** What the likelihood is made of. */
export interface LikelihoodInput {
  readonly events: WeightedEvents;
  readonly settings: MeasureLikelihoodSettings;
}

/**
 * Events and settings of the likelihood.
 *
 * @param sample Measured events.
 * @param config Settings of the stage.
 * @returns The first events, as many as it is to look at; undefined if the settings do not ask for it.
 */
export function likelihoodInput(
  sample: EventBatch,
  { likelihood, visibleMasses, mC }: Pick<BaselineConfig, 'likelihood' | 'visibleMasses' | 'mC'>
): LikelihoodInput | undefined {
  if (likelihood === undefined) return undefined;
  const { events, ...settings } = likelihood;
  const first = firstEvents(sample, events);
  return {
    events: { ...antlerEvents(first, visibleMasses), weights: float64Column(first, 'weight') },
    settings: { ...settings, mC: pairOf(mC) },
  };
}

/** The first events of a sample, `most` at most. */
export function firstEvents({ length, columns }: EventBatch, most: number): EventBatch {
  const end = Math.min(length, most);
  return { length: end, columns: mapColumns(columns, (column) => column.subarray(0, end)) };
}

/** A mass for each branch. */
export function pairOf(mass: TrialMass): readonly [number, number] {
  return typeof mass === 'number' ? [mass, mass] : mass;
}
