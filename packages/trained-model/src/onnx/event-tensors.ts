import { reshape, slice, stack, unstack } from '@tensorflow/tfjs-core';
import type { Tensor, Tensor1D, Tensor2D, Tensor3D } from '@tensorflow/tfjs-core';
import type { Momenta } from '@deelema/deelema';

/** Columns [n] or, of several particles, [n, V]. */
export type Columns<T extends Tensor> = Momenta<T>;

/**
 * Takes momenta apart.
 *
 * @param visible E, p_x, p_y, p_z of V particles: [n, V, 4].
 * @returns [n, V] each.
 */
export function components(visible: Tensor3D): Columns<Tensor2D> {
  const [e, px, py, pz] = unstack(visible, 2) as Tensor2D[];
  return { e, px, py, pz };
}

/**
 * One column of a matrix.
 *
 * @param matrix [n, m].
 * @param index Of the column.
 * @returns [n].
 */
export function columnOf(matrix: Tensor2D, index: number): Tensor1D {
  return reshape(slice(matrix, [0, index], [-1, 1]), [matrix.shape[0]]);
}

/**
 * One particle of several.
 *
 * @param momenta [n, V].
 * @param index Of the particle.
 * @returns [n].
 */
export function particle(momenta: Columns<Tensor2D>, index: number): Columns<Tensor1D> {
  const { e, px, py, pz } = momenta;
  return {
    e: columnOf(e, index),
    px: columnOf(px, index),
    py: columnOf(py, index),
    pz: columnOf(pz, index),
  };
}

/**
 * A four-momentum per event.
 *
 * @returns [n, 4].
 */
export function together({ e, px, py, pz }: Columns<Tensor1D>): Tensor2D {
  return stack([e, px, py, pz], 1) as Tensor2D;
}
