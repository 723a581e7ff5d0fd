import { float64Column, type EventBatch } from '@deelema/events';
import { measureLikelihood, measureSolvability } from '@deelema/mass-measurements';
import { measurementsSchema, type Measurements } from '@deelema/records';
import type { z } from 'zod';
import { antlerEvents } from './antler-events.ts';
import type { config } from './config.mjs';
import { densitiesInWorkers } from './densities-in-workers.ts';
import { firstEvents, likelihoodInput, pairOf } from './sample-events.ts';

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
  /** Number of threads beside the one that measures; 1 if omitted. Changes nothing but the time. */
  readonly workers?: number;
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
  workers = 1,
}: MeasurementTask): Promise<MeasurementAnswer> {
  try {
    return { method, found: await MEASURES[method](sample, config, workers) };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { method, found: null, failure: error.message };
  }
}

const MEASURES: {
  readonly [M in Method]: (
    sample: EventBatch,
    config: BaselineConfig,
    workers: number
  ) => Measurements[M] | Promise<Measurements[M]>;
} = {
  async likelihood(sample, config, workers) {
    const input = likelihoodInput(sample, config);
    if (input === undefined) return null;
    const found = await measureLikelihood(input.events, input.settings, (poleMasses) =>
      densitiesInWorkers(input, { sample, config, poleMasses }, workers)
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
