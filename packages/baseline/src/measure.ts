import { float64Column, mapColumns, type EventBatch } from '@deelema/events';
import { measureLikelihood, measureSolvability } from '@deelema/mass-measurements';
import type { TrialMass } from '@deelema/mass-variables';
import { measurementsSchema, type Measurements } from '@deelema/records';
import type { z } from 'zod';
import { antlerEvents } from './antler-events.ts';
import type { config } from './config.mjs';

/** The settings of the stage, defaults filled in. */
export type BaselineConfig = z.output<typeof config>;

/** The ways to measure both masses from a whole sample: their sections in the settings and in the record. */
export const METHODS = ['likelihood', 'solvability'] as const;

export type Method = (typeof METHODS)[number];

/** What a thread is asked to do. */
export interface MeasurementTask {
  readonly method: Method;
  /** The columns `SAMPLED`; events beyond those that the method is to look at do not hurt. */
  readonly sample: EventBatch;
  readonly config: BaselineConfig;
}

/** What a method found. */
export interface MeasurementAnswer {
  readonly method: Method;
  /** The entry of the record; null if the settings do not ask for it, or nothing was found. */
  readonly found: Measurements[Method];
  /** Why nothing was found. */
  readonly failure?: string;
}

/**
 * Measures both masses from a whole sample.
 *
 * @param task How, of what, and with which settings.
 * @returns The masses; a sample that a method can make nothing of is no error.
 */
export async function measure({
  method,
  sample,
  config,
}: MeasurementTask): Promise<MeasurementAnswer> {
  try {
    return { method, found: await MEASURES[method](sample, config) };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { method, found: null, failure: error.message };
  }
}

const MEASURES: {
  readonly [M in Method]: (
    sample: EventBatch,
    config: BaselineConfig
  ) => Measurements[M] | Promise<Measurements[M]>;
} = {
  likelihood(sample, { likelihood, visibleMasses, mC }) {
    if (likelihood === undefined) return null;
    const { events, ...settings } = likelihood;
    const first = firstEvents(sample, events);
    const found = measureLikelihood(
      { ...antlerEvents(first, visibleMasses), weights: float64Column(first, 'weight') },
      { ...settings, mC: pairOf(mC) }
    );
    return measurementsSchema.shape.likelihood.parse(found);
  },
  async solvability(sample, { solvability, visibleMasses, mC }) {
    if (solvability === undefined) return null;
    const { events, mA, mB, ...settings } = solvability;
    const first = firstEvents(sample, events);
    const found = await measureSolvability(
      antlerEvents(first, visibleMasses),
      { ...settings, mC: pairOf(mC), window: mA && mB ? { mA, mB } : undefined },
      float64Column(first, 'weight')
    );
    return measurementsSchema.shape.solvability.parse(found);
  },
};

function firstEvents({ length, columns }: EventBatch, most: number): EventBatch {
  const end = Math.min(length, most);
  return { length: end, columns: mapColumns(columns, (column) => column.subarray(0, end)) };
}

function pairOf(mass: TrialMass): readonly [number, number] {
  return typeof mass === 'number' ? [mass, mass] : mass;
}
