import { createDensityModel } from '@deelema/deelema';
import type { DensityModel, DensityModelSettings } from '@deelema/deelema';
import { stream } from '@deelema/random';
import { scalar, tidy } from '@tensorflow/tfjs-core';
import type { Snapshot } from '../learning/snapshot.ts';
import { densityEvaluator } from './density-step.ts';
import type { LogDensities } from './maximum.ts';
import { split } from './parameters.ts';
import type { PhaseContext } from './phase.ts';
import type { CanonicalSample } from './sample.ts';

/** Number of networks that measure, each trained on the events that the other one measures. */
export const FOLDS = 2;

/** The fold of an event: which network was not trained on it. */
export function foldOf(event: number): number {
  return event % FOLDS;
}

/** Networks that measure events which they were not trained on. */
export interface HeldOut {
  /** ln p of all events of a sample at given ln gaps; the same random numbers at every call. */
  of(sample: CanonicalSample, name: string): LogDensities;
  dispose(): void;
}

/**
 * Puts the measuring networks together.
 *
 * @param trained Network f was trained on the events of the other fold.
 * @param settings Of their models.
 * @param context How many draws, whom to tell.
 */
export function heldOutDensities(
  trained: readonly Snapshot[],
  settings: DensityModelSettings,
  context: PhaseContext
): HeldOut {
  const networks = trained.map(({ weights, parameters }) => {
    const model = createDensityModel(settings, weights, split(parameters, settings));
    return { model, evaluate: densityEvaluator(model) };
  });
  return {
    of(sample, name) {
      return async (parameters) => {
        const found = new Float64Array(sample.length);
        for (const [fold, { model, evaluate }] of networks.entries()) {
          set(model, parameters);
          await fill(found, fold, model, evaluate, { ...context, sample }, name);
        }
        return found;
      };
    },
    dispose() {
      for (const { model } of networks) model.dispose();
    },
  };
}

function set(model: DensityModel, parameters: readonly number[]): void {
  tidy(() => model.logGaps.forEach((gap, i) => gap.assign(scalar(parameters[i]))));
}

/** Chunks of one size: the last one is filled up with events that have been seen. */
async function fill(
  found: Float64Array,
  fold: number,
  model: DensityModel,
  evaluate: ReturnType<typeof densityEvaluator>,
  { sample, noise, seed, batch, draws, signal, progress }: PhaseContext,
  name: string
): Promise<void> {
  const mine = Math.ceil((sample.length - fold) / FOLDS);
  const numbers = batch * model.pairings * model.unknowns * draws;
  for (let first = 0, chunk = 0; first < mine; first += batch, ++chunk) {
    signal.throwIfAborted();
    const events = Uint32Array.from(
      { length: batch },
      (_, i) => ((first + i) % mine) * FOLDS + fold
    );
    const random = stream(seed, 'train', 'held out', name, fold, chunk);
    const logs = await evaluate({ sample, events, noise: noise.draw(numbers, random) });
    const taken = Math.min(batch, mine - first);
    for (let i = 0; i < taken; ++i) found[events[i]] = logs[i];
    progress.add(taken, name);
  }
}
