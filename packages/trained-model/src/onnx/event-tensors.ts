import { unstack } from '@tensorflow/tfjs-core';
import type { Tensor2D, Tensor3D } from '@tensorflow/tfjs-core';
import type { Momenta } from '@deelema/deelema';

/**
 * Takes momenta apart.
 *
 * @param visible E, p_x, p_y, p_z of V particles: [n, V, 4].
 * @returns [n, V] each.
 */
export function components(visible: Tensor3D): Momenta<Tensor2D> {
  const [e, px, py, pz] = unstack(visible, 2) as Tensor2D[];
  return { e, px, py, pz };
}
