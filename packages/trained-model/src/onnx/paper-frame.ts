import type { Momenta } from '@deelema/deelema';
import { concat, div, reshape, slice, stack, where, zerosLike } from '@tensorflow/tfjs-core';
import type { Rank, Tensor1D, Tensor2D, Tensor3D } from '@tensorflow/tfjs-core';
import type { PaperDescription } from '../record/model-schema.ts';
import { massShells } from '../solve/mass-shells.ts';
import { components } from './event-tensors.ts';
import { canonicalTensors, carriedTensors } from './frame-tensors.ts';
import type { FrameRecord, FrameTensors } from './frame-tensors.ts';
import { rowTensors } from './row-tensors.ts';

/** Rows of a network of the recipe `paper`, and what leads back from them. */
export interface FramedRows {
  /** Visible momenta and pTmiss, units: [n, 4 V + 2]. */
  readonly rows: Tensor2D;
  /** Undefined in the laboratory. */
  readonly frame: FrameTensors | undefined;
}

/**
 * Puts events into rows of the frame of the model: `paperRows` as tensor operations.
 *
 * @param visible In the laboratory: [n, V, 4], GeV.
 * @param ptmiss [n, 2], GeV.
 * @param record The model.
 */
export function framedRows(
  visible: Tensor3D,
  ptmiss: Tensor2D,
  record: PaperDescription
): FramedRows {
  const [n, particles] = visible.shape;
  if (record.frame === 'laboratory') {
    const all = concat([reshape<Rank.R2>(visible, [n, 4 * particles]), ptmiss], 1);
    return { rows: div(all, record.unit), frame: undefined };
  }
  const { mC, unit } = record;
  const topology = { ...record.topology, exchanges: [] };
  const bare: FrameRecord = {
    ...{ topology, mC, unit },
    density: { resolution: {}, ptmissResolution: null },
  };
  const { frame, particles: framed } = canonicalTensors(components(visible), ptmiss, bare);
  const known = slice(rowTensors(framed, frame, bare), [0, 0], [-1, 4 * particles + 1]);
  return { rows: concat([known, zerosLike(frame.ptmiss)], 1), frame };
}

/**
 * Carries invisible momenta back to the laboratory and to the file's branches.
 *
 * @param q Of branch 1 and 2 in the frame: [n], GeV.
 * @param frame Of the events; undefined in the laboratory.
 * @returns [n, 4] each, GeV.
 */
export function invisibleTensors(
  q: readonly Momenta<Tensor1D>[],
  frame: FrameTensors | undefined
): Tensor2D[] {
  const columns = q.map(({ e, px, py, pz }) => {
    const [E, x, y, z] = [e, px, py, pz].map((c): Tensor2D => reshape(c, [c.shape[0], 1]));
    return { e: E, px: x, py: y, pz: z };
  });
  const carried = columns.map((one) => (frame ? carriedTensors(one, frame) : one));
  const [one, two] = carried.map(({ e, px, py, pz }) => concat([e, px, py, pz], 1));
  return frame ? [where(frame.exchanged, two, one), where(frame.exchanged, one, two)] : [one, two];
}

/**
 * Masses of the file's branches.
 *
 * @param masses Of the frame's branches, in the order of `massShells`: [n] each.
 * @param frame Of the events; undefined in the laboratory.
 * @param record The model.
 * @returns In the order of `massShells`: [n, shells].
 */
export function massTensor(
  masses: readonly Tensor1D[],
  frame: FrameTensors | undefined,
  { topology }: PaperDescription
): Tensor2D {
  const plain = stack([...masses], 1) as Tensor2D;
  if (frame === undefined) return plain;
  const shells = massShells(topology);
  const across = shells.map(({ branch, step }, i) => {
    const there = shells.findIndex((other) => other.branch !== branch && other.step === step);
    // Branches without counterpart are never exchanged.
    return masses[there < 0 ? i : there];
  });
  return where(frame.exchanged, stack(across, 1) as Tensor2D, plain);
}
