import type { DensityModel } from '@deelema/deelema';
import { compileStep } from '@deelema/tfjs-onnxruntime';
import { getBackend, mean, mul, neg, tensor1d, tensor2d, tidy } from '@tensorflow/tfjs-core';
import type { AdamOptimizer, Scalar, Tensor, Tensor2D, Variable } from '@tensorflow/tfjs-core';
import type { CanonicalSample } from './sample.ts';

/** Some events, with what their unknowns are drawn with. */
export interface DensityBatch {
  readonly sample: CanonicalSample;
  /** Indices of the events. */
  readonly events: ArrayLike<number>;
  /** ε of all rows: events × pairings × unknowns × draws. */
  readonly noise: Float32Array;
}

/**
 * The optimiser step of a density model: −⟨w ln p⟩ before it.
 *
 * @param model Changed by each step.
 * @param adam Changed by each step.
 * @param trainable What is trained.
 */
export function densityStep(
  model: DensityModel,
  adam: AdamOptimizer,
  trainable: readonly Variable[]
): (batch: DensityBatch) => Promise<number> {
  const take = onBackend((rows, noise, weights) => {
    const loss = (): Scalar => {
      const logs = model.logDensities(rows as Tensor2D, noise as Tensor2D);
      return neg(mean(weights === undefined ? logs : mul(logs, weights)));
    };
    return adam.minimize(loss, true, [...trainable])!;
  });
  return async (batch) => (await run(take, model, batch))[0];
}

/**
 * ln p of events.
 *
 * @param model Not changed; its variables are read anew at every call.
 */
export function densityEvaluator(
  model: DensityModel
): (batch: DensityBatch) => Promise<Float32Array> {
  const take = onBackend((rows, noise) => model.logDensities(rows as Tensor2D, noise as Tensor2D));
  return ({ sample, ...rest }) =>
    run(take, model, { sample: { ...sample, weights: undefined }, ...rest });
}

type Step = (...inputs: Tensor[]) => Tensor;

function onBackend(step: Step): (...inputs: Tensor[]) => Tensor[] {
  if (getBackend() === 'onnxruntime') return compileStep(step);
  return (...inputs) => [tidy(() => step(...inputs))];
}

async function run(
  take: (...inputs: Tensor[]) => Tensor[],
  { pairings }: DensityModel,
  { sample, events, noise }: DensityBatch
): Promise<Float32Array> {
  const inputs: Tensor[] = [rowsOf(sample, events, pairings)];
  inputs.push(
    tensor2d(noise, [events.length * pairings, noise.length / (events.length * pairings)])
  );
  const { weights } = sample;
  if (weights) inputs.push(tensor1d(Float32Array.from(events, (i) => weights[i])));
  const [result] = take(...inputs);
  for (const input of inputs) input.dispose();
  const values = await result.data<'float32'>();
  result.dispose();
  return values;
}

function rowsOf({ rows, width }: CanonicalSample, events: ArrayLike<number>, pairings: number) {
  const each = pairings * width;
  const gathered = new Float32Array(events.length * each);
  for (let i = 0; i < events.length; ++i) {
    gathered.set(rows.subarray(events[i] * each, (events[i] + 1) * each), i * each);
  }
  return tensor2d(gathered, [events.length * pairings, width]);
}
