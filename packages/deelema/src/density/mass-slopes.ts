import { add, div, mul, neg, sub } from '@tensorflow/tfjs-core';
import type { Tensor2D } from '@tensorflow/tfjs-core';
import type { Momenta } from '../momenta.ts';
import { addAll, dot4 } from './arithmetic.ts';
import type { CompletedEvent, CompletionSettings } from './completed-event.ts';
import type { EventColumns } from './event-columns.ts';
import type { Entry, SparseMatrix } from './normal-equations.ts';

/**
 * Derivatives of all masses by all unknowns.
 *
 *     ∂m/∂q = (E q/E_q − p)/m along its own q,   dm = (E dE_v − p·dp_v)/m through a visible
 *
 * with q_2T = pTmiss_true − q_1T: what branch 1 gains across the beams, branch 2 loses.
 *
 * @param event The events.
 * @param completed The same, with values for the unknowns.
 * @param settings Topology, resolutions.
 * @returns One row per shell, one entry per unknown in the order of `unknownsOf`; undefined is 0.
 */
export function massSlopes(
  event: EventColumns,
  completed: CompletedEvent,
  settings: CompletionSettings
): SparseMatrix {
  return settings.shells.map(({ branch }, shell) => {
    const own = ownSlopes(completed, branch, shell);
    const [x, y, z] = own;
    const along: Entry[] = branch === 0 ? [x, y, z, undefined] : [neg(x), neg(y), undefined, z];
    const scales = settings.smeared.map((visible, i) =>
      scaleSlope(completed, settings, shell, visible, completed.slopes[i], own)
    );
    return [...along, ...scales, ...ptmissSlopes(event, branch, own)];
  });
}

function ownSlopes({ resonances, masses, invisible }: CompletedEvent, branch: number, i: number) {
  const [p, m, q] = [resonances[i], masses[i], invisible[branch]];
  const speed = div(p.e, q.e);
  const along = (of: 'px' | 'py' | 'pz'): Tensor2D => div(sub(mul(speed, q[of]), p[of]), m);
  return [along('px'), along('py'), along('pz')] as const;
}

/** By the energy of a visible: directly if it is a daughter, and through pTmiss in branch 2. */
function scaleSlope(
  { resonances, masses }: CompletedEvent,
  { shells }: CompletionSettings,
  shell: number,
  visible: number,
  slope: Momenta<Tensor2D>,
  [x, y]: readonly Tensor2D[]
): Entry {
  const { branch, below } = shells[shell];
  const direct: Entry = below.includes(visible)
    ? div(dot4(resonances[shell], slope), masses[shell])
    : undefined;
  if (branch === 0) return direct;
  const recoil: Tensor2D = neg(add(mul(x, slope.px), mul(y, slope.py)));
  return direct === undefined ? recoil : addAll(direct, recoil);
}

function ptmissSlopes(
  { ptmissResolution }: EventColumns,
  branch: number,
  own: readonly Tensor2D[]
) {
  if (ptmissResolution === undefined) return [];
  if (branch === 0) return [undefined, undefined];
  return own.slice(0, 2).map((slope): Entry => neg(mul(slope, ptmissResolution)));
}
