import { energy } from '@deelema/kinematics';
import type { Momenta } from '../momenta.ts';
import { FRAME, FRAME_LENGTH } from './event-frame.ts';

/** Three-momenta of n events, GeV. */
export interface ThreeMomenta {
  readonly px: ArrayLike<number>;
  readonly py: ArrayLike<number>;
  readonly pz: ArrayLike<number>;
}

/**
 * Carries the invisible momenta of the canonical frame back to the laboratory and to the file's
 * branches.
 *
 *     E = √(m_C² + |q|²),   then reflections, rotation and boost undone, branches exchanged back
 *
 * @param q1 Invisible momentum of branch 1 in the canonical frame: n events, GeV; likewise `q2`.
 * @param mC Masses of the two, GeV: alike wherever branches are exchanged.
 * @param frames Of `toCanonicalFrame`.
 * @param from Event of `frames` that is the first of `q1` and `q2`.
 * @returns Four-momenta of branch 1 and 2 of the file: n events, GeV.
 * @throws RangeError if columns differ in length or `frames` holds too few events.
 */
export function toLaboratory(
  q1: ThreeMomenta,
  q2: ThreeMomenta,
  mC: readonly [number, number],
  frames: Float64Array,
  from = 0
): { q1: Momenta<Float64Array>; q2: Momenta<Float64Array> } {
  const n = q1.px.length;
  check([q1, q2], n, frames.length / FRAME_LENGTH - from);
  const out = { q1: room(n), q2: room(n) };
  for (let i = 0; i < n; ++i) {
    const exchanged = frames[(from + i) * FRAME_LENGTH + FRAME.exchanged] === 1;
    carry(q1, mC[0], i, frames, from + i, exchanged ? out.q2 : out.q1);
    carry(q2, mC[1], i, frames, from + i, exchanged ? out.q1 : out.q2);
  }
  return out;
}

function carry(
  q: ThreeMomenta,
  m: number,
  i: number,
  frames: Float64Array,
  event: number,
  out: Momenta<Float64Array>
): void {
  const f = event * FRAME_LENGTH;
  const cosine = frames[f + FRAME.cosine];
  const sine = frames[f + FRAME.sine];
  const x = q.px[i];
  const y = frames[f + FRAME.signY] * q.py[i];
  const z = frames[f + FRAME.signZ] * q.pz[i];
  const e = energy(m, x, y, z);
  const cosh = Math.cosh(frames[f + FRAME.rapidity]);
  const sinh = Math.sinh(frames[f + FRAME.rapidity]);
  out.e[i] = cosh * e + sinh * z;
  out.px[i] = cosine * x - sine * y;
  out.py[i] = cosine * y + sine * x;
  out.pz[i] = cosh * z + sinh * e;
}

function room(n: number): Momenta<Float64Array> {
  const column = (): Float64Array => new Float64Array(n);
  return { e: column(), px: column(), py: column(), pz: column() };
}

function check(momenta: readonly ThreeMomenta[], n: number, left: number): void {
  const lengths = momenta.flatMap(({ px, py, pz }) => [px.length, py.length, pz.length]);
  const other = lengths.find((length) => length !== n);
  if (other !== undefined) {
    throw new RangeError(`toLaboratory: a column has ${other} events, expected ${n}.`);
  }
  if (!(left >= n)) {
    throw new RangeError(`toLaboratory: there are ${left} frames, expected ${n} or more.`);
  }
}
