import { createNetwork } from '@deelema/deelema';
import type { Weight } from '@deelema/deelema';
import { dispose, div, slice, sub, tensor1d } from '@tensorflow/tfjs-core';
import type { Tensor2D } from '@tensorflow/tfjs-core';
import type { PaperDescription } from '../record/model-schema.ts';

/** A network of the recipe `paper` on the current backend. */
export interface PaperNetwork {
  /**
   * @param rows Visible momenta and pTmiss, units: [n, 4 V + 2].
   * @returns Its outputs, units: [n, outputs].
   */
  outputs(rows: Tensor2D): Tensor2D;
  dispose(): void;
}

/**
 * Puts the network of a model together.
 *
 * @param model The model.
 * @param weights Of its network.
 * @returns The network; free it with `dispose`.
 */
export function paperNetwork(
  { architecture, standardisation, unit }: PaperDescription,
  weights: readonly Weight[]
): PaperNetwork {
  const network = createNetwork(architecture, weights);
  const moments = standardisation && {
    mean: tensor1d(standardisation.map(({ mean }) => mean / unit)),
    // An input that never varies carries nothing; dividing by 1 keeps it finite.
    std: tensor1d(standardisation.map(({ std }) => std / unit || 1)),
  };
  return {
    outputs(rows) {
      const raw = slice(rows, [0, 0], [-1, architecture.inputs]);
      const inputs = moments ? div(sub(raw, moments.mean), moments.std) : raw;
      return network.forward(inputs as Tensor2D, false);
    },
    dispose() {
      network.dispose();
      if (moments) dispose([moments.mean, moments.std]);
    },
  };
}
