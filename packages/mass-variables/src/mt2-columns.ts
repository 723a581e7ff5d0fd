import { checkLength } from '@deelema/kinematics';
import type { AntlerEvents, Subsystem } from './antler-events.ts';
import { mt2 } from './mt2.ts';
import { visibleMass } from './visible-mass.ts';

/**
 * Stransverse mass M_T2 of a subsystem of each of n antler events, in GeV.
 *
 *     (b)   v_i = b_i          (ab)   v_i = a_i + b_i
 *
 * Both share the same pTmiss: in (b) the a_i are upstream momentum it recoils against.
 *
 * @param subsystem Which particles are the visible ones.
 * @param events The measured momenta: n events, GeV.
 * @param mInvisible Trial mass of both invisible particles, GeV.
 * @param out Receives M_T2: length n, GeV. Allocated if omitted.
 * @returns `out`; NaN where a component is NaN or infinite.
 * @throws RangeError if the trial mass is negative or not finite, or if the columns differ in length.
 * @see `mt2`
 */
export function mt2Columns(
  subsystem: Subsystem,
  events: AntlerEvents,
  mInvisible: number,
  out: Float64Array = new Float64Array(events.ptmissX.length)
): Float64Array {
  checkTrialMass(mInvisible);
  checkColumns(events, out.length);
  const event = subsystem === 'b' ? mt2OfB : mt2OfAB;
  for (let i = 0; i < out.length; ++i) out[i] = event(events, mInvisible, i);
  return out;
}

function mt2OfB(events: AntlerEvents, mInvisible: number, i: number): number {
  const { b1, b2, ptmissX, ptmissY } = events;
  return mt2(
    visibleMass(b1.e[i], b1.px[i], b1.py[i], b1.pz[i]),
    b1.px[i],
    b1.py[i],
    visibleMass(b2.e[i], b2.px[i], b2.py[i], b2.pz[i]),
    b2.px[i],
    b2.py[i],
    ptmissX[i],
    ptmissY[i],
    mInvisible
  );
}

function mt2OfAB(events: AntlerEvents, mInvisible: number, i: number): number {
  const { a1, b1, a2, b2, ptmissX, ptmissY } = events;
  const px1 = a1.px[i] + b1.px[i];
  const py1 = a1.py[i] + b1.py[i];
  const px2 = a2.px[i] + b2.px[i];
  const py2 = a2.py[i] + b2.py[i];
  return mt2(
    visibleMass(a1.e[i] + b1.e[i], px1, py1, a1.pz[i] + b1.pz[i]),
    px1,
    py1,
    visibleMass(a2.e[i] + b2.e[i], px2, py2, a2.pz[i] + b2.pz[i]),
    px2,
    py2,
    ptmissX[i],
    ptmissY[i],
    mInvisible
  );
}

function checkTrialMass(mInvisible: number): void {
  if (!(mInvisible >= 0 && mInvisible < Infinity)) {
    throw new RangeError(
      `mt2Columns: the trial mass is ${mInvisible}, expected a finite number of GeV, 0 or more.`
    );
  }
}

function checkColumns(events: AntlerEvents, n: number): void {
  for (const role of ['a1', 'b1', 'a2', 'b2'] as const) {
    checkLength(`mt2Columns: ${role}`, events[role], n);
  }
  for (const key of ['ptmissX', 'ptmissY'] as const) {
    if (events[key].length !== n) {
      throw new RangeError(`mt2Columns: ${key} has ${events[key].length} events, expected ${n}.`);
    }
  }
}
