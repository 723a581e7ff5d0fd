import { canonicalInputs, visibleRoles } from '@deelema/deelema';
import type { MissingMomentum } from '@deelema/deelema';
import type { PaperDescription } from '../record/model-schema.ts';
import type { EventChunk } from './event-chunk.ts';

/** Events as a network of the recipe `paper` is given them. */
export interface PaperRows {
  /** Visible momenta and pTmiss of each event in a row, units: [n, 4 V + 2]. */
  readonly rows: Float32Array;
  /** pTmiss in the frame of the rows, GeV. */
  readonly ptmiss: MissingMomentum<Float64Array>;
  /** `FRAME` of each event; undefined in the laboratory. */
  readonly frames: Float64Array | undefined;
}

/**
 * Puts events into rows of the frame of the model.
 *
 * @param chunk The events.
 * @param model The model.
 */
export function paperRows(
  chunk: EventChunk,
  { frame, topology, unit }: Pick<PaperDescription, 'frame' | 'topology' | 'unit'>
): PaperRows {
  const { visibles, ptmiss } = chunk;
  if (frame === 'laboratory') {
    return { rows: laboratoryRows(chunk, unit), ptmiss, frames: undefined };
  }
  const roles = visibleRoles(topology);
  const visible = Object.fromEntries(roles.map((role, j) => [role, visibles[j]]));
  const size = ptmiss.px.map((x, i) => Math.hypot(x, ptmiss.py[i]));
  const along = { px: size, py: new Float64Array(chunk.length) };
  return { ...canonicalInputs(visible, ptmiss, topology, unit), ptmiss: along };
}

function laboratoryRows({ length, visibles, ptmiss }: EventChunk, unit: number): Float32Array {
  const columns = [
    ...visibles.flatMap(({ e, px, py, pz }) => [e, px, py, pz]),
    ...[ptmiss.px, ptmiss.py],
  ];
  const rows = new Float32Array(length * columns.length);
  columns.forEach((column, j) => {
    for (let i = 0; i < length; ++i) rows[i * columns.length + j] = column[i] / unit;
  });
  return rows;
}
