import { COMPLETIONS, float64Columns } from '@deelema/deelema';
import type { Weight } from '@deelema/deelema';
import { sumMass } from '@deelema/kinematics';
import { tensor2d, tidy } from '@tensorflow/tfjs-core';
import type { PaperDescription } from '../record/model-schema.ts';
import type { EventChunk, Solutions } from './event-chunk.ts';
import { massShells } from './mass-shells.ts';
import { paperNetwork } from './paper-network.ts';
import type { Solver } from './solver.ts';

/**
 * Solves events by the recipe `paper`: the network's outputs, completed in double precision, so that
 * m_C and pTmiss hold exactly where the completion asks for them.
 *
 *     m² = (Σ visible particles below + k_i)²;  a mass is −√|m²| where m² < 0
 *
 * @param model The model.
 * @param weights Of its network.
 * @returns The solver; free it with `dispose`.
 * @see PRR 5, 043186, Section II, item (i)
 */
export function paperSolver(model: PaperDescription, weights: readonly Weight[]): Solver {
  const network = paperNetwork(model, weights);
  const shells = massShells(model.topology);
  const [mC] = model.mC;
  return {
    async solve(chunk): Promise<Solutions> {
      const rows = toRows(chunk, model.unit);
      const width = rows.length / chunk.length;
      const output = tidy(() => network.outputs(tensor2d(rows, [chunk.length, width])));
      const columns = columnsOf(await output.data(), output.shape[1], model.unit);
      output.dispose();
      const known = { ptmiss: chunk.ptmiss, mC };
      const { complete } = COMPLETIONS[model.completion];
      const { q1, q2 } = complete(float64Columns, columns, known);
      const invisible = [q1, q2] as const;
      const masses = shells.map(({ branch, visibles }) =>
        sumMass([...visibles.map((j) => chunk.visibles[j]), invisible[branch]])
      );
      return { invisible, masses };
    },
    dispose: () => network.dispose(),
  };
}

/** Visible momenta and pTmiss of each event in a row, float32. */
function toRows({ length, visibles, ptmiss }: EventChunk, unit: number): Float32Array {
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

/** One column per output, GeV: multiplied by the unit in double precision. */
function columnsOf(values: ArrayLike<number>, outputs: number, unit: number): Float64Array[] {
  const n = values.length / outputs;
  return Array.from({ length: outputs }, (_, j) =>
    Float64Array.from({ length: n }, (_, i) => values[i * outputs + j] * unit)
  );
}
