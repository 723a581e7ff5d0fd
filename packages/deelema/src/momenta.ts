import { add, unstack } from '@tensorflow/tfjs-core';
import type { Tensor1D, Tensor2D } from '@tensorflow/tfjs-core';

/**
 * Four-momenta of n events, one column per component; a column is a tensor of shape [n] in the
 * loss and a Float64Array of length n where results are written.
 */
export interface Momenta<Column> {
  readonly e: Column;
  readonly px: Column;
  readonly py: Column;
  readonly pz: Column;
}

/** Two components of the missing transverse momentum of n events. */
export interface MissingMomentum<Column> {
  readonly px: Column;
  readonly py: Column;
}

/** The visible particles of both branches, by role. */
export interface VisibleMomenta {
  readonly a1: Momenta<Tensor1D>;
  readonly a2: Momenta<Tensor1D>;
  readonly b1: Momenta<Tensor1D>;
  readonly b2: Momenta<Tensor1D>;
}

/**
 * Takes the network's input apart into the four visible particles.
 *
 * @param x Rows (a1, a2, b1, b2), each E, px, py, pz: [n, 16], units of the scale.
 * @returns Columns of shape [n].
 */
export function visibleMomenta(x: Tensor2D): VisibleMomenta {
  const columns = unstack(x, 1) as Tensor1D[];
  const particle = (first: number): Momenta<Tensor1D> => {
    const [e, px, py, pz] = columns.slice(first, first + 4);
    return { e, px, py, pz };
  };
  return { a1: particle(0), a2: particle(4), b1: particle(8), b2: particle(12) };
}

/**
 * Sum of two four-momenta, component by component.
 *
 * @param p n events.
 * @param q n events, the same unit.
 * @returns p + q.
 */
export function addMomenta(p: Momenta<Tensor1D>, q: Momenta<Tensor1D>): Momenta<Tensor1D> {
  return {
    e: add(p.e, q.e),
    px: add(p.px, q.px),
    py: add(p.py, q.py),
    pz: add(p.pz, q.pz),
  };
}
