import { float64Column, VISIBLE_ROLES, type EventBatch } from '@deelema/events';

/** Transverse components of n vectors, GeV. */
export interface Transverse {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/**
 * The columns of transverse components, as views into the batch.
 *
 * @param batch Events.
 * @param prefix What stands before x and y in their names, e.g. `a1_p` or `ptmiss_`.
 * @throws InputError if the batch lacks one of them.
 */
export function transverseOf(batch: EventBatch, prefix: string): Transverse {
  return { x: float64Column(batch, `${prefix}x`), y: float64Column(batch, `${prefix}y`) };
}

/**
 * What the visible particles and pTmiss recoil against, with the opposite sign.
 *
 *     pTmiss + Σ pT over the four visible particles
 *
 * @param batch Events with visible momenta and pTmiss: n events, GeV.
 * @returns The sums in arrays of their own: n events, GeV.
 * @throws InputError if the batch lacks a column.
 */
export function totalTransverse(batch: EventBatch): Transverse {
  const missing = transverseOf(batch, 'ptmiss_');
  const total = { x: missing.x.slice(), y: missing.y.slice() };
  for (const role of VISIBLE_ROLES) {
    const { x, y } = transverseOf(batch, `${role}_p`);
    for (let i = 0; i < batch.length; ++i) {
      total.x[i] += x[i];
      total.y[i] += y[i];
    }
  }
  return total;
}

/**
 * Takes over a vector, turned about the beam.
 *
 * @param from Where it is.
 * @param row Its number there.
 * @param to Receives it.
 * @param i Its number there.
 * @param angle The angle, rad.
 */
export function takeTurned(
  from: Transverse,
  row: number,
  to: Transverse,
  i: number,
  angle: number
): void {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  to.x[i] = cos * from.x[row] - sin * from.y[row];
  to.y[i] = sin * from.x[row] + cos * from.y[row];
}
