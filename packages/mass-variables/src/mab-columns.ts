import { sumMass } from '@deelema/kinematics';
import type { AntlerEvents } from './antler-events.ts';

/**
 * Mass m_ab of the two visible particles of one branch, of each of n antler events, in GeV.
 *
 *     m_ab² = (a_i + b_i)²
 *
 * @param branch Number of the branch.
 * @param events The measured momenta: n events, GeV.
 * @param out Receives m_ab: length n, GeV. Allocated if omitted.
 * @returns `out`; a spacelike pair gives −√|m_ab²|, as in `sumMass` of `@deelema/kinematics`.
 * @throws RangeError if the columns differ in length.
 * @see `endpointMab` for the range of its values
 */
export function mabColumns(
  branch: 1 | 2,
  events: AntlerEvents,
  out: Float64Array = new Float64Array(events.ptmissX.length)
): Float64Array {
  return sumMass([events[`a${branch}`], events[`b${branch}`]], out);
}
