import type { DensityModel } from '@deelema/deelema';
import { stream } from '@deelema/random';
import { densityEvaluator } from './density-step.ts';
import type { Phase, PhaseContext } from './phase.ts';

/** Most events that a training is judged by after each round. */
const JUDGED = 2048;

/**
 * −⟨ln p⟩ of events that a phase does not train on, the same draws after every round.
 *
 * @param phase Its name and the events.
 * @param model Not changed.
 * @param context Draws, size of a batch; whole batches only.
 * @returns Mean over at most `JUDGED` events, nats; null if there is no whole batch or it is not finite.
 */
export async function heldOutLoss(
  { name, heldOut }: Pick<Phase, 'name' | 'heldOut'>,
  model: DensityModel,
  { sample, noise, seed, batch, draws, signal }: PhaseContext
): Promise<number | null> {
  const n = Math.min(heldOut.length, JUDGED);
  if (n < batch) return null;
  const evaluate = densityEvaluator(model);
  const numbers = batch * model.pairings * model.unknowns * draws;
  let sum = 0;
  const chunks = Math.floor(n / batch);
  for (let chunk = 0; chunk < chunks; ++chunk) {
    signal.throwIfAborted();
    const events = heldOut.subarray(chunk * batch, (chunk + 1) * batch);
    const random = stream(seed, 'train', name, 'held out', chunk);
    const logs = await evaluate({ sample, events, noise: noise.draw(numbers, random) });
    for (const value of logs) sum -= value;
  }
  const mean = sum / (chunks * batch);
  return Number.isFinite(mean) ? mean : null;
}
