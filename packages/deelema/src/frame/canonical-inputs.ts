import type { FourMomenta } from '@deelema/kinematics';
import type { MissingMomentum } from '../momenta.ts';
import type { DecayTopology } from '../topology/topology.ts';
import { toCanonicalFrame } from './canonical-frame.ts';

/** Events in the canonical frame as a network of measured momenta is given them. */
export interface CanonicalInputs {
  /** Visible particles in the pairing of the file, then |pTmiss| and 0: [n, 4 V + 2]. */
  readonly rows: Float32Array;
  /** `FRAME` of each event: [n, FRAME_LENGTH]. */
  readonly frames: Float64Array;
}

/**
 * Brings events into the canonical frame, each a row of the same columns as in the laboratory.
 *
 *     row = (visible particles in the order of visibleRoles, |pTmiss|, 0) / unit
 *
 * Other pairings are the same row with particles exchanged, since the frame is the same in all.
 *
 * @param visible Visible particles by role: n events, GeV.
 * @param ptmiss Missing transverse momentum: n events, GeV.
 * @param topology The decays; like branches are exchanged, so their invisible particles must be alike.
 * @param unit GeV per unit of the rows.
 * @throws RangeError as `toCanonicalFrame`.
 */
export function canonicalInputs(
  visible: Readonly<Record<string, FourMomenta>>,
  ptmiss: MissingMomentum<Float64Array>,
  topology: DecayTopology,
  unit: number
): CanonicalInputs {
  const n = ptmiss.px.length;
  const settings = { topology, unit, resolution: {} };
  const { rows: all, layout, frames } = toCanonicalFrame(visible, ptmiss, settings);
  const stride = n > 0 ? all.length / n : 0;
  const width = layout.ptmiss + 2;
  const rows = new Float32Array(n * width);
  for (let i = 0; i < n; ++i) {
    const first = i * stride;
    rows.set(all.subarray(first, first + layout.ptmiss + 1), i * width);
  }
  return { rows, frames };
}
