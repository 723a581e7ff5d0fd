import { abs, add, minimum, mul, square, squaredDifference, sub } from '@tensorflow/tfjs-core';
import type { Tensor } from '@tensorflow/tfjs-core';

/** A distance between two masses in units of the scale; shapes broadcast. */
export type Distance = <T extends Tensor>(x: T, y: Tensor) => T;

/** The names of the distances d_E and d_B of the loss. */
export type DistanceName = 'l1' | 'l2' | 'squaredMasses' | 'huber';

/**
 * The distances between masses that the loss can be made of.
 *
 *     l1              |x − y|
 *     l2              (x − y)²
 *     squaredMasses   |x² − y²|
 *     huber           ½ (x − y)² where |x − y| < 1, else |x − y| − ½
 *
 * `l1` is the paper's (Table II), `huber` that of the authors' public code; its width is 1 in units
 * of the scale.
 *
 * @see PRR 5, 043186, after Eq. (1)
 */
export const DISTANCES: Readonly<Record<DistanceName, Distance>> = {
  l1: (x, y) => abs(sub(x, y)),
  l2: (x, y) => squaredDifference(x, y),
  squaredMasses: (x, y) => abs(sub(square(x), square(y))),
  huber(x, y) {
    const difference = abs(sub(x, y));
    const capped = minimum(difference, 1);
    return add(mul(square(capped), 0.5), sub(difference, capped));
  },
};
