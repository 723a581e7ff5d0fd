import { COMPLETIONS, initialWeights } from '@deelema/deelema';
import { stream } from '@deelema/random';
import type { InputScaling } from '@deelema/records';
import type { PaperConfig } from '../config-type.ts';
import type { ModelSettings } from './model.ts';
import { INITIAL_STATE } from '../learning/optimiser.ts';
import type { Snapshot } from '../learning/snapshot.ts';

/**
 * What the settings of the stage say about the model.
 *
 * @param config Settings of the stage.
 * @param scaling Moments of all possible network inputs, GeV; undefined if they are used as they are.
 * @returns Settings of the model.
 */
export function modelSettings(
  config: PaperConfig,
  scaling: readonly InputScaling[] | undefined
): ModelSettings {
  const inputs = config.ptmissInput ? 18 : 16;
  const { layers, width, batchNormalisation, completion, distance, frame, pairing } = config;
  return {
    architecture: {
      inputs,
      layers,
      width,
      outputs: COMPLETIONS[completion].outputs,
      batchNormalisation,
    },
    ...{ completion, distance, frame, pairing },
    mC: config.mC,
    scale: config.scale,
    standardisation: scaling?.slice(0, inputs),
  };
}

/**
 * A training before its first epoch.
 *
 * @param config Settings of the stage; the seed decides the weights.
 * @param settings Settings of the model.
 * @returns Epoch 0.
 */
export function beginning(config: PaperConfig, { architecture }: ModelSettings): Snapshot {
  const uniformOf = (layer: string): (() => number) => {
    const random = stream(config.seed, 'train', 'init', layer);
    return () => random.uniform();
  };
  return {
    epoch: 0,
    history: [],
    parameters: [config.auxiliary.deltaA, config.auxiliary.deltaB],
    weights: initialWeights(architecture, uniformOf),
    optimiser: INITIAL_STATE,
  };
}
