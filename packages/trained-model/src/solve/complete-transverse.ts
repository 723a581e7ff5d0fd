import { FRAME, FRAME_LENGTH } from '@deelema/deelema';
import type { ThreeMomenta } from '@deelema/deelema';
import type { FourMomenta } from '@deelema/kinematics';
import type { EventChunk } from './event-chunk.ts';

/** What is known of the events beside the draws. */
export interface KnownEvents {
  readonly chunk: EventChunk;
  /** Of `toCanonicalFrame`. */
  readonly frames: Float64Array;
  /** Visible particles with the energies of the draw, GeV. */
  readonly visibles: readonly FourMomenta[];
  /** GeV per unit of the draws. */
  readonly unit: number;
}

/**
 * Both invisible momenta of the canonical frame in GeV, the second completed in double precision.
 *
 *     q_2T = pTmiss + Σ (p − p_true)_T − q_1T
 *
 * @param draws p_x, p_y, p_z of both, units: n events.
 * @param known The events.
 * @param free Whether pTmiss has a resolution of its own: then q_2T is what was drawn.
 */
export function completeTransverse(
  draws: readonly Float64Array[],
  { chunk, frames, visibles, unit }: KnownEvents,
  free: boolean
): [ThreeMomenta, ThreeMomenta] {
  const [x1, y1, z1, x2, y2, z2] = draws.map((column) => column.map((value) => value * unit));
  if (!free) {
    for (let i = 0; i < chunk.length; ++i) {
      const [x, y] = transverse(chunk, visibles, i);
      const at = i * FRAME_LENGTH;
      const [cosine, sine] = [frames[at + FRAME.cosine], frames[at + FRAME.sine]];
      x2[i] = cosine * x + sine * y - x1[i];
      y2[i] = frames[at + FRAME.signY] * (cosine * y - sine * x) - y1[i];
    }
  }
  return [
    { px: x1, py: y1, pz: z1 },
    { px: x2, py: y2, pz: z2 },
  ];
}

/** pTmiss in the laboratory, had the visible particles been measured with their energies of the draw. */
function transverse(
  { visibles: measured, ptmiss }: EventChunk,
  visibles: readonly FourMomenta[],
  i: number
): [number, number] {
  let [x, y] = [ptmiss.px[i], ptmiss.py[i]];
  for (let j = 0; j < measured.length; ++j) {
    x += measured[j].px[i] - visibles[j].px[i];
    y += measured[j].py[i] - visibles[j].py[i];
  }
  return [x, y];
}
