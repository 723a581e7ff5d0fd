import { pairings, visibleRoles } from '@deelema/deelema';
import type { Momenta } from '@deelema/deelema';
import type { ResolutionTable } from '@deelema/kinematics';
import {
  add,
  clipByValue,
  concat,
  div,
  fill,
  gather,
  log,
  maximum,
  mul,
  reshape,
  slice,
  sqrt,
  square,
  stack,
  sub,
  sum,
  where,
} from '@tensorflow/tfjs-core';
import type { Rank, Tensor2D, Tensor3D } from '@tensorflow/tfjs-core';
import { acrossBranches } from '../solve/across.ts';
import type { FrameRecord, FrameTensors } from './frame-tensors.ts';

/** Least pT, GeV: it has a logarithm. */
const LEAST_PT = 1e-18;

/**
 * Rows of all pairings, as `toCanonicalFrame` makes them, in float32.
 *
 * @param particles In the canonical frame, as `canonicalTensors` gives them: [n, V], GeV.
 * @param frame Of the events.
 * @param record Topology, resolutions, unit.
 * @returns [n P, width].
 */
export function rowTensors(
  particles: Momenta<Tensor2D>,
  frame: FrameTensors,
  record: FrameRecord
): Tensor2D {
  const across = acrossBranches(record.topology);
  const rows = pairings(record.topology).map((order) => {
    const exchanged = across.map((j) => order[j]);
    return rowOf(particles, frame, record, [order, exchanged]);
  });
  const [n, width] = rows[0].shape;
  return reshape<Rank.R2>(stack(rows, 1), [n * rows.length, width]);
}

type Orders = readonly [order: readonly number[], exchanged: readonly number[]];

function rowOf(
  particles: Momenta<Tensor2D>,
  frame: FrameTensors,
  record: FrameRecord,
  orders: Orders
): Tensor2D {
  const { unit, density } = record;
  const inOrder = (column: Tensor2D): Tensor2D => {
    const [plain, exchanged] = orders.map((order) => gather(column, [...order], 1));
    return where(frame.exchanged, exchanged, plain);
  };
  const { e, px, py, pz } = particles;
  const components = [e, px, py, pz].map((column) => div(inOrder(column), unit));
  const momenta = stack(components, 2) as Tensor3D;
  const [n, visibles] = e.shape;
  return concat(
    [
      reshape<Rank.R2>(momenta, [n, 4 * visibles]),
      div(frame.ptmiss, unit),
      mul(frame.signZ, log(frame.boost)),
      sum(components[0], 1, true),
      ...resolutionColumns(particles, frame, record, orders),
      ...(density.ptmissResolution === null
        ? []
        : [fill<Rank.R2>([n, 1], density.ptmissResolution / unit)]),
    ],
    1
  );
}

function resolutionColumns(
  { px, py }: Momenta<Tensor2D>,
  frame: FrameTensors,
  { topology, density }: FrameRecord,
  [order, exchanged]: Orders
): Tensor2D[] {
  const roles = visibleRoles(topology);
  const across = acrossBranches(topology);
  // Neither boost nor rotation changes pT.
  const logPt: Tensor2D = log(maximum(sqrt(add(square(px), square(py))), LEAST_PT));
  const at = (table: ResolutionTable, j: number): Tensor2D =>
    resolutionAt(table, slice(logPt, [0, j], [-1, 1]));
  return roles.flatMap((role, j) => {
    if (!(role in density.resolution)) return [];
    const plain = at(density.resolution[role], order[j]);
    // Branches are exchanged only where both have a resolution.
    const other = density.resolution[roles[across[j]]] as ResolutionTable | undefined;
    return [other ? where(frame.exchanged, at(other, exchanged[j]), plain) : plain];
  });
}

/** `relativeResolution`: a sum of one ramp per interval of ln pT. */
function resolutionAt({ pt, resolution }: ResolutionTable, logPt: Tensor2D): Tensor2D {
  const x = pt.map(Math.log);
  let value = mul(logPt, 0);
  for (let k = 1; k < x.length; ++k) {
    const slope = (resolution[k] - resolution[k - 1]) / (x[k] - x[k - 1]);
    value = add(value, mul(sub(clipByValue(logPt, x[k - 1], x[k]), x[k - 1]), slope));
  }
  return add(value, resolution[0]);
}
