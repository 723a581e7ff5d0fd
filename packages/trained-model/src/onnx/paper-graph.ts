import { COMPLETIONS, tensorColumns } from '@deelema/deelema';
import type { Momenta, Weight } from '@deelema/deelema';
import {
  abs,
  add,
  cast,
  concat,
  div,
  mul,
  reshape,
  sign,
  sqrt,
  square,
  stack,
  sub,
  unstack,
  zerosLike,
} from '@tensorflow/tfjs-core';
import type { Rank, Tensor1D, Tensor2D, Tensor3D } from '@tensorflow/tfjs-core';
import type { PaperDescription } from '../record/model-schema.ts';
import { massShells } from '../solve/mass-shells.ts';
import { paperNetwork } from '../solve/paper-network.ts';
import { columnOf, components, particle, together } from './event-tensors.ts';
import type { ModelGraph } from './write-onnx.ts';

/**
 * A model of the recipe `paper` as a function of tensors: what `paperSolver` computes, in float32.
 *
 * @param record What the model is.
 * @param weights Of its network.
 */
export function paperGraph(record: PaperDescription, weights: readonly Weight[]): ModelGraph {
  const network = paperNetwork(record, weights);
  const { unit, topology, completion } = record;
  const shells = massShells(topology);
  const mC = record.mC[0] / unit;
  return {
    fn(inputs) {
      const visible = div<Tensor3D>(inputs.visible, unit);
      const ptmiss = div<Tensor2D>(inputs.ptmiss, unit);
      const [n, particles] = visible.shape;
      const rows = concat([reshape<Rank.R2>(visible, [n, 4 * particles]), ptmiss], 1);
      const outputs = unstack(network.outputs(rows), 1) as Tensor1D[];
      const known = { ptmiss: { px: columnOf(ptmiss, 0), py: columnOf(ptmiss, 1) }, mC };
      const { q1, q2 } = COMPLETIONS[completion].complete(tensorColumns, outputs, known);
      const all = components(visible);
      const masses = shells.map(({ branch, visibles }) =>
        signedMass([...visibles.map((j) => particle(all, j)), branch === 0 ? q1 : q2])
      );
      return {
        k1: mul(together(q1), unit),
        k2: mul(together(q2), unit),
        masses: mul(stack(masses, 1), unit),
        pairing: cast(zerosLike(outputs[0]), 'int32'),
      };
    },
    dispose: () => network.dispose(),
  };
}

/** sign(s) √|s| of a sum of momenta. */
function signedMass(momenta: readonly Momenta<Tensor1D>[]): Tensor1D {
  const total = momenta.reduce((sum, p) => ({
    e: add(sum.e, p.e),
    px: add(sum.px, p.px),
    py: add(sum.py, p.py),
    pz: add(sum.pz, p.pz),
  }));
  const momentum = add(add(square(total.px), square(total.py)), square(total.pz));
  const s = sub(square(total.e), momentum);
  return mul(sign(s), sqrt(abs(s)));
}
