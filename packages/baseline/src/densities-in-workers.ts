import { mapInWorkers, type EventBatch } from '@deelema/events';
import {
  likelihoodEvaluator,
  type DensityEvaluator,
  type DensityRequest,
  type PoleMasses,
} from '@deelema/mass-measurements';
import type { BaselineConfig } from './measure.ts';
import type { LikelihoodInput } from './sample-events.ts';

/** What each thread has to begin with. */
export interface DensitySetup {
  readonly sample: EventBatch;
  readonly config: BaselineConfig;
  readonly poleMasses: PoleMasses;
}

/** Events of a task, and those that are not worth a thread. */
const EVENTS_OF_A_TASK = 256;
const FEW_EVENTS = 512;

/**
 * Shares the densities of many events over threads; the result is that of one thread.
 *
 * @param input Events and settings of the likelihood.
 * @param setup What they were made of.
 * @param workers Number of threads.
 */
export function densitiesInWorkers(
  { events, settings }: LikelihoodInput,
  setup: DensitySetup,
  workers: number
): DensityEvaluator {
  const here = likelihoodEvaluator(events, settings, setup.poleMasses);
  if (workers < 2) return here;
  // From src/ as from dist/ this is the compiled worker.
  const script = new URL('../dist/workers/densities.js', import.meta.url);
  const pool = { script, workerData: setup, workers };
  return async (request) => {
    const [first, end] = request.range;
    if (end - first <= FEW_EVENTS) return here(request);
    const all = new Float64Array(2 * (end - first) * request.grid.factors.length);
    let at = 0;
    for await (const part of mapInWorkers<DensityRequest, Float64Array>(parts(request), pool)) {
      all.set(part, at);
      at += part.length;
    }
    return all;
  };
}

function* parts(request: DensityRequest): Generator<DensityRequest> {
  const [first, end] = request.range;
  for (let i = first; i < end; i += EVENTS_OF_A_TASK) {
    yield { ...request, range: [i, Math.min(end, i + EVENTS_OF_A_TASK)] };
  }
}
