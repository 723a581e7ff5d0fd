import { setImmediate } from 'node:timers/promises';
import { createDensityModel } from '@deelema/deelema';
import type { DensityModel, DensityModelSettings } from '@deelema/deelema';
import { InputError } from '@deelema/events';
import { stream } from '@deelema/random';
import type { HistoryEntry } from '@deelema/records';
import type { Progress } from '@deelema/stage';
import type { Checkpoints } from '../learning/checkpoints.ts';
import { restoreOptimiser, saveOptimiser } from '../learning/optimiser.ts';
import type { Snapshot } from '../learning/snapshot.ts';
import { densityStep } from './density-step.ts';
import { heldOutLoss } from './held-out-loss.ts';
import type { Noise } from './noise.ts';
import { commonMasses, joined, split } from './parameters.ts';
import type { CanonicalSample } from './sample.ts';

/** Steps between two checkpoints. */
export const STEPS_PER_ROUND = 100;

/** Least learning rate, in units of the first. */
const LEAST_RATE = 0.02;

/** What one part of a training works with. */
export interface PhaseContext {
  readonly sample: CanonicalSample;
  readonly noise: Noise;
  readonly seed: number;
  readonly batch: number;
  readonly draws: number;
  readonly progress: Progress;
  readonly signal: AbortSignal;
}

/** One part of a training. */
export interface Phase {
  /** E.g. `measure 1`. */
  readonly name: string;
  readonly steps: number;
  readonly learningRate: number;
  /** Indices of the events that are trained on, and of others. */
  readonly events: Uint32Array;
  readonly heldOut: Uint32Array;
  /** Settings of the model after so many rounds. */
  settings(parameters: readonly number[], round: number): DensityModelSettings;
  /** Values that are set, not trained, before a round. */
  prepare(parameters: readonly number[], round: number): readonly number[];
}

/** Number of rounds of so many steps. */
export function roundsOf(steps: number): number {
  return Math.ceil(steps / STEPS_PER_ROUND);
}

/**
 * Trains one part to its end, saving a checkpoint after each round.
 *
 * @param phase What is trained on what.
 * @param start Round 0.
 * @param context The events, whom to tell.
 * @param checkpoints Of this part; the newest one is continued.
 * @returns The training after the last round, and after how many rounds it was continued.
 * @throws InputError if the loss is not finite; the checkpoint before it stays.
 */
export async function trainPhase(
  phase: Phase,
  start: Snapshot,
  context: PhaseContext,
  checkpoints: Checkpoints
): Promise<{ readonly snapshot: Snapshot; readonly resumedAfter: number }> {
  const rounds = roundsOf(phase.steps);
  let snapshot = checkpoints.latest() ?? start;
  const resumedAfter = snapshot.epoch;
  const { progress } = context;
  if (snapshot.epoch > 0 && snapshot.epoch < rounds) {
    progress.log(`${phase.name}: continuing after round ${snapshot.epoch} of ${rounds}`);
  }
  progress.start('events', phase.steps * context.batch, {
    done: Math.min(phase.steps, snapshot.epoch * STEPS_PER_ROUND) * context.batch,
  });
  while (snapshot.epoch < rounds) {
    snapshot = await trainRound(phase, snapshot, context);
    checkpoints.save(snapshot);
  }
  return { snapshot, resumedAfter };
}

async function trainRound(
  phase: Phase,
  before: Snapshot,
  context: PhaseContext
): Promise<Snapshot> {
  const parameters = phase.prepare(before.parameters, before.epoch);
  const settings = phase.settings(parameters, before.epoch);
  const model = createDensityModel(settings, before.weights, split(parameters, settings));
  const trainable = [...model.network.trainable, ...model.logGaps, ...model.logResolutions];
  const done = before.epoch * STEPS_PER_ROUND;
  const rate = phase.learningRate * Math.max(LEAST_RATE, 1 - done / phase.steps);
  const adam = await restoreOptimiser(rate, before.optimiser, trainable);
  try {
    const steps = Math.min(STEPS_PER_ROUND, phase.steps - done);
    const step = densityStep(model, adam, trainable);
    const shown = describe(phase, before, settings.unit);
    let sum = 0;
    for (let i = done; i < done + steps; ++i) {
      context.signal.throwIfAborted();
      const loss = await step(batchOf(phase, i, context, model));
      if (!Number.isFinite(loss)) throw diverged(phase, i, loss);
      sum += loss;
      context.progress.add(context.batch, shown(loss));
      // Signals arrive only when the event loop turns.
      await setImmediate();
    }
    const heldOut = await heldOutLoss(phase, model, context);
    const common = await commonMasses(model, settings);
    const trained = await model.parameters();
    const entry: HistoryEntry = {
      phase: phase.name,
      epoch: before.epoch + 1,
      learningRate: rate,
      trainLoss: sum / steps,
      validationLoss: heldOut,
      ...common,
    };
    return {
      epoch: before.epoch + 1,
      history: [...before.history, entry],
      parameters: joined(trained, parameters),
      weights: await model.network.weights(),
      optimiser: await saveOptimiser(adam, before.optimiser.steps + steps),
    };
  } finally {
    adam.dispose();
    model.dispose();
  }
}

function batchOf(
  { name, events }: Phase,
  step: number,
  { sample, noise, seed, batch, draws }: PhaseContext,
  model: DensityModel
) {
  const random = stream(seed, 'train', name, step);
  const chosen = Uint32Array.from({ length: batch }, () => events[random.integer(events.length)]);
  const numbers = batch * model.pairings * model.unknowns * draws;
  return { sample, events: chosen, noise: noise.draw(numbers, random) };
}

/** E.g. `measure 1, round 3/25, m̃_A 912.0, m̃_B 803.1, loss 10.42`. */
function describe(phase: Phase, before: Snapshot, unit: number): (loss: number) => string {
  const masses: HistoryEntry['masses'] = before.history.at(-1)?.masses ?? {};
  const shown = Object.entries(masses).map(
    ([name, mass]) => `, m̃_${name} ${mass.toFixed(unit < 50 ? 2 : 1)}`
  );
  const round = `${phase.name}, round ${before.epoch + 1}/${roundsOf(phase.steps)}`;
  return (loss) => `${round}${shown.join('')}, loss ${loss.toFixed(3)}`;
}

function diverged({ name }: Phase, step: number, loss: number): InputError {
  return new InputError(
    `The training stopped because the loss became ${loss} in "${name}", step ${step + 1}; the checkpoint before it was kept: try a smaller train.learningRate.`
  );
}
