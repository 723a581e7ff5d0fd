import { parentPort, workerData } from 'node:worker_threads';
import { likelihoodEvaluator, type DensityRequest } from '@deelema/mass-measurements';
import type { DensitySetup } from '../densities-in-workers.ts';
import { likelihoodInput } from '../sample-events.ts';

const { sample, config, poleMasses } = workerData as DensitySetup;
const input = likelihoodInput(sample, config);
const evaluate = input && likelihoodEvaluator(input.events, input.settings, poleMasses);

parentPort?.on('message', (request: DensityRequest) => {
  void Promise.resolve(evaluate?.(request)).then((densities) => parentPort?.postMessage(densities));
});
