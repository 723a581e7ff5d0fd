import { COMPLETIONS, exchangeB, tensorColumns } from '@deelema/deelema';
import type { Momenta, Weight } from '@deelema/deelema';
import {
  abs,
  add,
  cast,
  mul,
  reshape,
  sign,
  sqrt,
  square,
  sub,
  unstack,
  where,
  zerosLike,
} from '@tensorflow/tfjs-core';
import type { Tensor1D, Tensor2D, Tensor3D } from '@tensorflow/tfjs-core';
import type { PaperDescription } from '../record/model-schema.ts';
import { massShells } from '../solve/mass-shells.ts';
import { paperNetwork } from '../solve/paper-network.ts';
import { paperOutputs } from '../solve/paper-outputs.ts';
import { framedRows, invisibleTensors, massTensor } from './paper-frame.ts';
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
    fn({ visible, ptmiss }) {
      const { rows, frame } = framedRows(visible as Tensor3D, ptmiss as Tensor2D, record);
      const { outputs, exchanged } = paperOutputs(record, network, rows);
      const chosen = exchanged ? where(exchanged, exchangeB(rows), rows) : rows;
      const columns = unstack(chosen, 1) as Tensor1D[];
      const [px, py] = columns.slice(-2);
      const parts = unstack(outputs, 1) as Tensor1D[];
      const known = { ptmiss: { px, py }, mC };
      const { q1, q2 } = COMPLETIONS[completion].complete(tensorColumns, parts, known);
      const masses = shells.map(({ branch, visibles }): Tensor1D => {
        const below = visibles.map((j) => particle(columns, j));
        return mul(signedMass([...below, branch === 0 ? q1 : q2]), unit);
      });
      const [k1, k2] = invisibleTensors([q1, q2].map(inGev), frame);
      return {
        k1,
        k2,
        masses: massTensor(masses, frame, record),
        pairing: exchanged
          ? cast(reshape(exchanged, [rows.shape[0]]), 'int32')
          : cast(zerosLike(parts[0]), 'int32'),
      };
    },
    dispose: () => network.dispose(),
  };

  function inGev({ e, px, py, pz }: Momenta<Tensor1D>): Momenta<Tensor1D> {
    return { e: mul(e, unit), px: mul(px, unit), py: mul(py, unit), pz: mul(pz, unit) };
  }
}

function particle(columns: readonly Tensor1D[], index: number): Momenta<Tensor1D> {
  const [e, px, py, pz] = columns.slice(4 * index, 4 * index + 4);
  return { e, px, py, pz };
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
