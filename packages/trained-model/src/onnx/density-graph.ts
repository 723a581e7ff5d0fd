import type { Momenta, Weight } from '@deelema/deelema';
import { concat, mul, reshape, stack, where } from '@tensorflow/tfjs-core';
import type { Tensor1D, Tensor2D, Tensor3D } from '@tensorflow/tfjs-core';
import type { DensityDescription } from '../record/model-schema.ts';
import { chooseSolution } from '../solve/chosen-solution.ts';
import type { ChosenSolution } from '../solve/chosen-solution.ts';
import { densityParts } from '../solve/density-parts.ts';
import { massShells } from '../solve/mass-shells.ts';
import { components } from './event-tensors.ts';
import { canonicalTensors, laboratoryTensors } from './frame-tensors.ts';
import type { FrameTensors } from './frame-tensors.ts';
import { rowTensors } from './row-tensors.ts';
import type { ModelGraph } from './write-onnx.ts';

/**
 * A model of the recipe `deelema` as a function of tensors: what `densitySolver` computes, in float32.
 *
 * @param record What the model is.
 * @param weights Of its network.
 */
export function densityGraph(record: DensityDescription, weights: readonly Weight[]): ModelGraph {
  const parts = densityParts(record, weights);
  return {
    fn({ visible, ptmiss }) {
      const measured = components(visible as Tensor3D);
      const { frame, particles } = canonicalTensors(measured, ptmiss as Tensor2D, record);
      const rows = rowTensors(particles, frame, record);
      const draw = chooseSolution(parts, rows);
      const [k1, k2] = invisibleTensors(draw, frame, record);
      return {
        k1,
        k2,
        masses: massTensor(draw, frame, record),
        pairing: draw.pairing,
        log_density: draw.logDensity,
      };
    },
    dispose: () => parts.dispose(),
  };
}

/** Four-momenta of the file's branches in the laboratory: [n, 4], GeV. */
function invisibleTensors(
  { invisible }: ChosenSolution,
  frame: FrameTensors,
  { mC, unit }: DensityDescription
): [Tensor2D, Tensor2D] {
  const [one, two] = invisible.map((q, branch) => {
    const inGev = q.map((column) => asColumn(mul(column, unit)));
    return together(laboratoryTensors(inGev, mC[branch], frame));
  });
  return [where(frame.exchanged, two, one), where(frame.exchanged, one, two)];
}

function together({ e, px, py, pz }: Momenta<Tensor2D>): Tensor2D {
  return concat([e, px, py, pz], 1);
}

function asColumn(values: Tensor1D): Tensor2D {
  return reshape(values, [values.shape[0], 1]);
}

/** In the order of `massShells`: [n, shells], GeV. */
function massTensor(
  { masses }: ChosenSolution,
  { exchanged }: FrameTensors,
  { topology, unit }: DensityDescription
): Tensor2D {
  const shells = massShells(topology);
  const first = topology.branches[0].steps.length;
  const indices = shells.map(({ branch, step }) => (branch === 0 ? step : first + step));
  // Branches of different lengths are never exchanged.
  const across = shells.map(({ branch, step }) => (branch === 0 ? first + step : step));
  const plain = stack(
    indices.map((i) => masses[i]),
    1
  );
  const other = stack(
    across.map((i) => masses[i < masses.length ? i : 0]),
    1
  );
  return mul(where(exchanged, other, plain), unit);
}
