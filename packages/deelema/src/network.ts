import { tensor, tidy, variable } from '@tensorflow/tfjs-core';
import type { Tensor1D, Tensor2D, Variable } from '@tensorflow/tfjs-core';
import { weightSpecs } from './architecture.ts';
import type { Architecture, Weight, WeightSpec } from './architecture.ts';
import { batchNormalise } from './batch-normalisation.ts';
import { gelu } from './gelu.ts';
import { linear } from './linear.ts';

/** A feed-forward network whose weights live on the current TensorFlow.js backend. */
export interface Network {
  readonly architecture: Architecture;
  /** The variables that gradients reach, in the order in which they are stored. */
  readonly trainable: readonly Variable[];
  /**
   * Applies the network.
   *
   * @param x One row per event: [n, inputs].
   * @param training Whether batch normalisation uses, and learns from, this batch.
   * @returns Raw outputs: [n, outputs].
   */
  forward(x: Tensor2D, training?: boolean): Tensor2D;
  /** Copies all weights out of the backend, in the order of `weightSpecs`. */
  weights(): Promise<Weight[]>;
  /** Frees the variables. */
  dispose(): void;
}

/**
 * Makes a network from weights.
 *
 *     hidden layers   x ← GELU(x W + b)    with batch normalisation: GELU(norm(x W + b))
 *     output layer    x W + b
 *
 * @param architecture Shape of the network.
 * @param weights All arrays, in the order of `weightSpecs`: from `initialWeights` or a file.
 * @returns The network; free it with `dispose`.
 * @throws RangeError if the arrays are not those of the architecture.
 * @see PRR 5, 043186, appendix
 */
export function createNetwork(architecture: Architecture, weights: readonly Weight[]): Network {
  const specs = weightSpecs(architecture);
  checkWeights(specs, weights);
  const variables = new Map(
    weights.map(({ name, shape, values, trainable }) => [
      name,
      tidy(() => variable(tensor(values, [...shape]), trainable)),
    ])
  );
  const get = (name: string): Variable => variables.get(name)!;
  return {
    architecture,
    trainable: specs.filter((spec) => spec.trainable).map((spec) => get(spec.name)),
    forward(x, training = false) {
      let h = x;
      for (let layer = 1; layer <= architecture.layers; ++layer) {
        h = gelu(hidden(get, `hidden${layer}`, h, architecture.batchNormalisation, training));
      }
      return dense(get, 'output', h);
    },
    async weights() {
      const arrays = specs.map(async (spec) => {
        return { ...spec, values: Float32Array.from(await get(spec.name).data()) };
      });
      return Promise.all(arrays);
    },
    dispose() {
      for (const v of variables.values()) v.dispose();
    },
  };
}

type Get = (name: string) => Variable;

function dense(get: Get, layer: string, x: Tensor2D): Tensor2D {
  const weights = get(`${layer}/weights`) as unknown as Tensor2D;
  return linear(x, weights, get(`${layer}/bias`) as unknown as Tensor1D);
}

function hidden(get: Get, layer: string, x: Tensor2D, norm: boolean, training: boolean): Tensor2D {
  const h = dense(get, layer, x);
  if (!norm) return h;
  const normalisation = {
    scale: get(`${layer}/scale`),
    shift: get(`${layer}/shift`),
    mean: get(`${layer}/mean`),
    variance: get(`${layer}/variance`),
  };
  return batchNormalise(h, normalisation, training);
}

function checkWeights(specs: readonly WeightSpec[], weights: readonly Weight[]): void {
  if (weights.length !== specs.length) {
    throw new RangeError(
      `createNetwork: received ${weights.length} weight arrays, expected ${specs.length}.`
    );
  }
  specs.forEach(({ name, shape }, i) => {
    const got = weights[i];
    const size = shape.reduce((product, n) => product * n, 1);
    const [received, expected] = [got.shape.join(), shape.join()];
    if (got.name !== name || received !== expected || got.values.length !== size) {
      throw new RangeError(
        `createNetwork: weight array ${i} is ${got.name} [${received}] with ${got.values.length} values, expected ${name} [${expected}] with ${size}.`
      );
    }
  });
}
