import { weightSpecs } from './architecture.ts';
import type { Architecture, Weight, WeightSpec } from './architecture.ts';

/**
 * Draws the weights of an untrained network.
 *
 *     W, b ~ U(−1/√n, 1/√n),   n = inputs of the layer
 *
 * This is He's uniform initialisation with a = √5, what PyTorch gives a linear layer and hence what
 * the authors' public code starts from. Batch normalisation starts as the identity.
 *
 * @param architecture Shape of the network.
 * @param uniformOf Gives each layer (`hidden1`, …, `output`) its own source of uniform numbers in
 *  [0, 1), so that adding a layer leaves the others as they were.
 * @returns All weight arrays, in the order of `weightSpecs`.
 * @see arXiv:1502.01852
 */
export function initialWeights(
  architecture: Architecture,
  uniformOf: (layer: string) => () => number
): Weight[] {
  let uniform = (): number => 0;
  let bound = 0;
  return weightSpecs(architecture).map((spec) => {
    const [layer, role] = spec.name.split('/');
    if (role === 'weights') {
      uniform = uniformOf(layer);
      bound = 1 / Math.sqrt(spec.shape[0]);
    }
    return { ...spec, values: initialValues(spec, role, () => bound * (2 * uniform() - 1)) };
  });
}

function initialValues(spec: WeightSpec, role: string, draw: () => number): Float32Array {
  const values = new Float32Array(spec.shape.reduce((product, n) => product * n, 1));
  if (role === 'weights' || role === 'bias') return values.map(draw);
  return values.fill(role === 'scale' || role === 'variance' ? 1 : 0);
}
