import { relativeResolution, type FourMomenta, type ResolutionTable } from '@deelema/kinematics';
import { FRAME, FRAME_LENGTH } from './event-frame.ts';
import type { FrameSlots } from './frame-slots.ts';
import type { RowLayout } from './row-layout.ts';

/** What the rows are made of. */
export interface RowSource {
  /** Visible particles in the order of the file's roles: n events, GeV. */
  readonly particles: readonly FourMomenta[];
  readonly ptmiss: { readonly px: Float64Array; readonly py: Float64Array };
  readonly frames: Float64Array;
  readonly slots: FrameSlots;
  readonly layout: RowLayout;
  /** GeV per unit of the rows. */
  readonly unit: number;
  /** Resolution of pTmiss, GeV; written where it is a column. */
  readonly ptmissResolution: number;
}

/**
 * Writes every event in its frame, once per pairing.
 *
 * @param source Events, their frames, what stands where.
 * @param rows Receives [n, pairings, width].
 */
export function canonicalRows(source: RowSource, rows: Float32Array | Float64Array): void {
  const { frames, slots, layout } = source;
  const n = source.ptmiss.px.length;
  let at = 0;
  for (let i = 0; i < n; ++i) {
    const exchanged = frames[i * FRAME_LENGTH + FRAME.exchanged];
    const tables = slots.tables[exchanged];
    for (const orders of slots.particles) {
      const order = orders[exchanged];
      const energy = writeMomenta(source, order, i, rows, at);
      writeEvent(source, i, energy, rows, at);
      writeResolutions(source.particles, order, tables, i, rows, at + layout.energy + 1);
      at += layout.width;
    }
  }
}

/** Writes E, px, py, pz of each particle; returns H in units of the rows. */
function writeMomenta(
  { particles, frames, unit }: RowSource,
  order: readonly number[],
  i: number,
  rows: Float32Array | Float64Array,
  at: number
): number {
  const f = i * FRAME_LENGTH;
  const cosh = Math.cosh(frames[f + FRAME.rapidity]) / unit;
  const sinh = Math.sinh(frames[f + FRAME.rapidity]) / unit;
  const cosine = frames[f + FRAME.cosine] / unit;
  const sine = frames[f + FRAME.sine] / unit;
  const signY = frames[f + FRAME.signY];
  const signZ = frames[f + FRAME.signZ];
  let sum = 0;
  let to = at;
  for (const k of order) {
    const { e, px, py, pz } = particles[k];
    const energy = cosh * e[i] - sinh * pz[i];
    sum += energy;
    rows[to++] = energy;
    rows[to++] = cosine * px[i] + sine * py[i];
    rows[to++] = signY * (cosine * py[i] - sine * px[i]);
    rows[to++] = signZ * (cosh * pz[i] - sinh * e[i]);
  }
  return sum;
}

function writeEvent(
  { ptmiss, frames, layout, unit, ptmissResolution }: RowSource,
  i: number,
  energy: number,
  rows: Float32Array | Float64Array,
  at: number
): void {
  const f = i * FRAME_LENGTH;
  rows[at + layout.ptmiss] = Math.hypot(ptmiss.px[i], ptmiss.py[i]) / unit;
  rows[at + layout.rapidity] = frames[f + FRAME.signZ] * frames[f + FRAME.rapidity];
  rows[at + layout.energy] = energy;
  if (layout.ptmissResolution !== undefined) {
    rows[at + layout.ptmissResolution] = ptmissResolution / unit;
  }
}

function writeResolutions(
  particles: readonly FourMomenta[],
  order: readonly number[],
  tables: readonly (ResolutionTable | undefined)[],
  i: number,
  rows: Float32Array | Float64Array,
  first: number
): void {
  let to = first;
  for (let j = 0; j < order.length; ++j) {
    const table = tables[j];
    if (!table) continue;
    const { px, py } = particles[order[j]];
    rows[to++] = relativeResolution(table, Math.hypot(px[i], py[i]));
  }
}
