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
  checkLengths('toLaboratory', [q1, q2], frames, from);
  const [one, two] = [onShell(q1, mC[0]), onShell(q2, mC[1])];
  return momentaToLaboratory(one, two, frames, from);
}

/**
 * Carries four-momenta of any mass from the canonical frame back to the laboratory and to the file's
 * branches.
 *
 * @param q1 Of branch 1 in the canonical frame: n events, GeV; likewise `q2`.
 * @param frames Of `toCanonicalFrame`.
 * @param from Event of `frames` that is the first of `q1` and `q2`.
 * @returns Of branch 1 and 2 of the file: n events, GeV.
 * @throws RangeError if columns differ in length or `frames` holds too few events.
 */
export function momentaToLaboratory(
  q1: AnyMomenta,
  q2: AnyMomenta,
  frames: Float64Array,
  from = 0
): { q1: Momenta<Float64Array>; q2: Momenta<Float64Array> } {
  checkLengths('momentaToLaboratory', [q1, q2], frames, from);
  const n = q1.px.length;
  const out = { q1: room(n), q2: room(n) };
  for (let i = 0; i < n; ++i) {
    const exchanged = frames[(from + i) * FRAME_LENGTH + FRAME.exchanged] === 1;
    carry(q1, i, frames, from + i, exchanged ? out.q2 : out.q1);
    carry(q2, i, frames, from + i, exchanged ? out.q1 : out.q2);
  }
  return out;
}

type AnyMomenta = Momenta<ArrayLike<number>>;

/** With the energy of its mass. */
function onShell({ px, py, pz }: ThreeMomenta, m: number): AnyMomenta {
  const e = Float64Array.from(px, (x, i) => energy(m, x, py[i], pz[i]));
  return { e, px, py, pz };
}

function carry(
  q: AnyMomenta,
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
  const e = q.e[i];
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

function checkLengths(
  name: string,
  momenta: readonly (ThreeMomenta | AnyMomenta)[],
  frames: Float64Array,
  from: number
): void {
  const n = momenta[0].px.length;
  const lengths = momenta.flatMap((q) => Object.values(q) as ArrayLike<number>[]);
  const other = lengths.find(({ length }) => length !== n);
  if (other !== undefined) {
    throw new RangeError(`${name}: a column has ${other.length} events, expected ${n}.`);
  }
  const left = frames.length / FRAME_LENGTH - from;
  if (!(left >= n)) {
    throw new RangeError(`${name}: there are ${left} frames, expected ${n} or more.`);
  }
}
