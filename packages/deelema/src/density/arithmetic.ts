import { add, mul, sub } from '@tensorflow/tfjs-core';
import type { Tensor2D } from '@tensorflow/tfjs-core';
import type { Momenta } from '../momenta.ts';

/** Sum of columns; shapes [n, 1] and [n, S] mix. */
export function addAll(first: Tensor2D, ...others: readonly Tensor2D[]): Tensor2D {
  return others.reduce((sum, column) => add(sum, column), first);
}

/** p_x q_x + p_y q_y + p_z q_z. */
export function dot3(p: Omit<Momenta<Tensor2D>, 'e'>, q: Omit<Momenta<Tensor2D>, 'e'>): Tensor2D {
  return addAll(mul(p.px, q.px), mul(p.py, q.py), mul(p.pz, q.pz));
}

/** Minkowski product E_p E_q − p·q. */
export function dot4(p: Momenta<Tensor2D>, q: Momenta<Tensor2D>): Tensor2D {
  return sub(mul(p.e, q.e), dot3(p, q));
}

/** Sum of four-momenta. */
export function addFour(p: Momenta<Tensor2D>, q: Momenta<Tensor2D>): Momenta<Tensor2D> {
  return { e: add(p.e, q.e), px: add(p.px, q.px), py: add(p.py, q.py), pz: add(p.pz, q.pz) };
}

/** A four-momentum times a number per event. */
export function scaleFour(p: Momenta<Tensor2D>, by: Tensor2D): Momenta<Tensor2D> {
  return { e: mul(p.e, by), px: mul(p.px, by), py: mul(p.py, by), pz: mul(p.pz, by) };
}
