import { branchesAlike, visibleRoles } from '@deelema/deelema';
import type { Momenta } from '@deelema/deelema';
import {
  add,
  div,
  greater,
  less,
  logicalAnd,
  maximum,
  mul,
  onesLike,
  slice,
  sqrt,
  square,
  sub,
  sum,
  where,
} from '@tensorflow/tfjs-core';
import type { Tensor2D } from '@tensorflow/tfjs-core';
import type { DensityDescription } from '../record/model-schema.ts';
import { acrossBranches } from '../solve/across.ts';

/** What of a model decides the frame and the rows. */
export type FrameRecord = Pick<DensityDescription, 'topology' | 'mC' | 'unit'> & {
  readonly density: Pick<DensityDescription['density'], 'resolution' | 'ptmissResolution'>;
};

/** From the laboratory to the canonical frame: numbers of each event, [n, 1]. */
export interface FrameTensors {
  /** e^y of the rapidity y of the visible particles together. */
  readonly boost: Tensor2D;
  /** |pTmiss|, and its direction. */
  readonly ptmiss: Tensor2D;
  readonly cosine: Tensor2D;
  readonly sine: Tensor2D;
  /** ±1. */
  readonly signY: Tensor2D;
  readonly signZ: Tensor2D;
  /** bool: whether branch 1 of the frame is branch 2 of the file. */
  readonly exchanged: Tensor2D;
}

/** Least |pTmiss| that has a direction, GeV. */
const LEAST_PTMISS = 1e-18;

/**
 * Finds the canonical frame in float32: `toCanonicalFrame` as tensor operations.
 *
 * @param visible In the laboratory: [n, V] each, GeV.
 * @param ptmiss [n, 2], GeV.
 * @param record Topology, m_C, resolutions.
 * @returns The frame, and the particles in it but for exchanges of branches: [n, V], GeV.
 */
export function canonicalTensors(
  visible: Momenta<Tensor2D>,
  ptmiss: Tensor2D,
  record: FrameRecord
): { frame: FrameTensors; particles: Momenta<Tensor2D> } {
  const [plus, minus] = [add(visible.e, visible.pz), sub(visible.e, visible.pz)];
  const boost: Tensor2D = sqrt(div(sum(plus, 1, true), sum(minus, 1, true)));
  const [forward, backward] = [div(plus, boost), mul(minus, boost)];
  const [x, y] = [slice(ptmiss, [0, 0], [-1, 1]), slice(ptmiss, [0, 1], [-1, 1])];
  const size: Tensor2D = sqrt(add(square(x), square(y)));
  const hasDirection = greater(size, LEAST_PTMISS);
  const safe = maximum(size, LEAST_PTMISS);
  const cosine: Tensor2D = where(hasDirection, div(x, safe), 1);
  const sine: Tensor2D = where(hasDirection, div(y, safe), 0);
  const raw = {
    e: mul<Tensor2D>(add(forward, backward), 0.5),
    px: add<Tensor2D>(mul(cosine, visible.px), mul(sine, visible.py)),
    py: sub<Tensor2D>(mul(cosine, visible.py), mul(sine, visible.px)),
    pz: mul<Tensor2D>(sub(forward, backward), 0.5),
  };
  const [one, two] = firstVisibles(record);
  const at = (column: Tensor2D, j: number): Tensor2D => slice(column, [0, j], [-1, 1]);
  const later = greater(at(raw.e, two), at(raw.e, one));
  const never = less(onesLike(size), 0);
  const exchanged = (mayExchange(record) ? later : logicalAnd(later, never)) as Tensor2D;
  const signOf = (column: Tensor2D): Tensor2D =>
    where(less(where(exchanged, at(column, two), at(column, one)), 0), -1, onesLike(size));
  const [signY, signZ] = [signOf(raw.py), signOf(raw.pz)];
  return {
    frame: { ...{ boost, ptmiss: size, cosine, sine, signY, signZ, exchanged } },
    particles: { ...raw, py: mul(signY, raw.py), pz: mul(signZ, raw.pz) },
  };
}

/** Indices of the first visible particles of both branches. */
function firstVisibles({ topology }: FrameRecord): [number, number] {
  const roles = visibleRoles(topology);
  const [one, two] = topology.branches.map(({ steps }) => roles.indexOf(steps[0].visibles[0]));
  return [one, two];
}

/** As `toCanonicalFrame` decides it. */
function mayExchange({ topology, mC, density }: FrameRecord): boolean {
  const roles = visibleRoles(topology);
  const smeared = roles.map((role) => role in density.resolution);
  return (
    mC[0] === mC[1] &&
    branchesAlike(topology) &&
    acrossBranches(topology).every((other, j) => smeared[other] === smeared[j])
  );
}

/**
 * Carries a momentum of the canonical frame back to the laboratory.
 *
 * @param q p_x, p_y, p_z in the frame: [n, 1], GeV.
 * @param mass GeV.
 * @param frame Of the events.
 * @returns [n, 1], GeV.
 */
export function laboratoryTensors(
  [px, py, pz]: readonly Tensor2D[],
  mass: number,
  frame: FrameTensors
): Momenta<Tensor2D> {
  const momentum = add(add(square(px), square(py)), square(pz));
  return carriedTensors({ e: sqrt(add(momentum, mass * mass)), px, py, pz }, frame);
}

/**
 * Carries a four-momentum of the canonical frame back to the laboratory, whatever its mass.
 *
 * @param q In the frame: [n, 1] each, GeV.
 * @param frame Of the events.
 * @returns [n, 1], GeV.
 */
export function carriedTensors(
  { e, px, py, pz }: Momenta<Tensor2D>,
  { boost, cosine, sine, signY, signZ }: FrameTensors
): Momenta<Tensor2D> {
  const [y, z] = [mul(signY, py), mul(signZ, pz)];
  const [forward, backward] = [mul(add(e, z), boost), div(sub(e, z), boost)];
  return {
    e: mul(add(forward, backward), 0.5),
    px: sub(mul(cosine, px), mul(sine, y)),
    py: add(mul(cosine, y), mul(sine, px)),
    pz: mul(sub(forward, backward), 0.5),
  };
}
