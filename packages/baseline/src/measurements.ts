import { mapInWorkers, type EventFile } from '@deelema/events';
import type { Measurements } from '@deelema/records';
import {
  METHODS,
  type BaselineConfig,
  type Method,
  type MeasurementAnswer,
  type MeasurementTask,
} from './measure.ts';
import { readSample, SAMPLED } from './sample.ts';

/** Masses from a whole sample, and why some were not found, by method. */
export interface MeasurementsMade {
  readonly record: Measurements;
  readonly failures: Readonly<Partial<Record<Method, string>>>;
}

/** How the work is done; nothing in here changes the result. */
export interface MeasurementOptions {
  readonly workers: number;
  readonly signal: AbortSignal;
  readonly log: (line: string) => void;
}

/**
 * Measures both masses from all events of a file, by each method that the settings have a section for.
 *
 * Each method works in a thread of its own, so that this one can be interrupted.
 *
 * @param file The events.
 * @param config The settings.
 * @param options Threads, interruption, messages.
 * @returns The record; null for a method that the settings do not ask for, or that found nothing.
 * @throws InputError if a column is missing.
 * @throws The signal's reason if it is aborted.
 */
export async function makeMeasurements(
  file: Pick<EventFile, 'batches'>,
  config: BaselineConfig,
  { workers, signal, log }: MeasurementOptions
): Promise<MeasurementsMade> {
  const methods = METHODS.filter((method) => config[method] !== undefined);
  const record = emptyRecord();
  const failures: Partial<Record<Method, string>> = {};
  if (methods.length === 0) return { record, failures };
  const most = Math.max(...methods.map((method) => config[method]?.events ?? 0));
  const sample = await readSample(file.batches(SAMPLED), most, signal);
  log(`measuring masses of ${sample.length} events: ${methods.join(', ')}`);
  const tasks = methods.map((method): MeasurementTask => ({ method, sample, config, workers }));
  // From src/ as from dist/ this is the compiled worker.
  const script = new URL('../dist/workers/measurer.js', import.meta.url);
  const settings = { script, workerData: null, workers, signal };
  for await (const answer of mapInWorkers<MeasurementTask, MeasurementAnswer>(tasks, settings)) {
    signal.throwIfAborted();
    const { method, found, failure } = answer;
    Object.assign(record, { [method]: found });
    if (failure === undefined) continue;
    failures[method] = failure;
    log(`${method}: ${failure}`);
  }
  return { record, failures };
}

/** The document before anything was measured. */
function emptyRecord(): Measurements {
  return { schemaVersion: 1, likelihood: null, solvability: null };
}
