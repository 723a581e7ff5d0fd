import { visibleRoles, type DecayTopology } from '../topology/topology.ts';

/** Where the numbers of an event stand in its row: first columns. */
export interface RowLayout {
  /** Numbers per row. */
  readonly width: number;
  /** E, px, py, pz of each visible particle, in the order of `visibleRoles`; units of the rows. */
  readonly momenta: number;
  /** Size of pTmiss, which lies along +x; units of the rows. */
  readonly ptmiss: number;
  /** Rapidity of the frame in the laboratory, where z is reflected with it. */
  readonly rapidity: number;
  /** H: energy of all visible particles; units of the rows. */
  readonly energy: number;
  /** Relative energy resolution of each smeared particle, in the order of `visibleRoles`. */
  readonly resolutions: readonly number[];
  /** Resolution of each component of pTmiss, units of the rows; undefined if not a column. */
  readonly ptmissResolution: number | undefined;
}

/**
 * Columns of a row in the canonical frame.
 *
 * @param topology The decays.
 * @param smeared Visible roles that have a resolution, in any order.
 * @param ptmissResolution Whether pTmiss has one.
 * @throws RangeError if a smeared role is no visible one.
 */
export function rowLayout(
  topology: DecayTopology,
  smeared: readonly string[],
  ptmissResolution: boolean
): RowLayout {
  const roles = visibleRoles(topology);
  const unknown = smeared.find((role) => !roles.includes(role));
  if (unknown !== undefined) {
    throw new RangeError(
      `rowLayout: ${unknown} has a resolution, expected roles of ${roles.join(', ')}.`
    );
  }
  const ptmiss = 4 * roles.length;
  const first = ptmiss + 3;
  const resolutions = roles.filter((role) => smeared.includes(role)).map((_, k) => first + k);
  const end = first + resolutions.length;
  return {
    width: end + (ptmissResolution ? 1 : 0),
    momenta: 0,
    ptmiss,
    rapidity: ptmiss + 1,
    energy: ptmiss + 2,
    resolutions,
    ptmissResolution: ptmissResolution ? end : undefined,
  };
}
