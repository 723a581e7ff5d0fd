import { createDensityModel, visibleRoles } from '@deelema/deelema';
import type { DensityModel, Solving, Weight } from '@deelema/deelema';
import { tensor2d } from '@tensorflow/tfjs-core';
import type { Tensor2D } from '@tensorflow/tfjs-core';
import { densityModelSettings, massParameters } from '../record/density-settings.ts';
import type { DensityDescription } from '../record/model-schema.ts';
import { predictionNoise } from './noise.ts';

/** A density model and what it is asked with. */
export interface DensityParts {
  readonly model: DensityModel;
  /** [1, d S]. */
  readonly noise: Tensor2D;
  readonly solving: Solving;
  /** Indices of the smeared visibles into `visibleRoles`. */
  readonly smeared: readonly number[];
  dispose(): void;
}

/**
 * Puts the density model of a record together.
 *
 * @param record The model.
 * @param weights Of its network.
 * @returns The parts; free them with `dispose`.
 */
export function densityParts(record: DensityDescription, weights: readonly Weight[]): DensityParts {
  const settings = densityModelSettings(record);
  const model = createDensityModel(settings, weights, massParameters(record));
  const values = predictionNoise(record.solving, model.unknowns);
  const noise = tensor2d(values, [1, values.length]);
  const roles = visibleRoles(record.topology);
  return {
    model,
    noise,
    solving: record.solving,
    smeared: settings.smeared.map((role) => roles.indexOf(role)),
    dispose() {
      model.dispose();
      noise.dispose();
    },
  };
}
