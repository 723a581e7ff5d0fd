import { COMPLETIONS, float64Columns, momentaToLaboratory, pairings } from '@deelema/deelema';
import type { Weight } from '@deelema/deelema';
import { sumMass } from '@deelema/kinematics';
import type { FourMomenta } from '@deelema/kinematics';
import { cast, concat, tensor2d, tidy } from '@tensorflow/tfjs-core';
import type { Tensor2D } from '@tensorflow/tfjs-core';
import type { PaperDescription } from '../record/model-schema.ts';
import type { EventChunk, Solutions } from './event-chunk.ts';
import { massShells } from './mass-shells.ts';
import { paperNetwork } from './paper-network.ts';
import type { PaperNetwork } from './paper-network.ts';
import { paperOutputs } from './paper-outputs.ts';
import { paperRows } from './paper-rows.ts';
import type { Solver } from './solver.ts';

/**
 * Solves events by the recipe `paper`: the network's outputs, completed in double precision, so that
 * m_C and pTmiss hold exactly where the completion asks for them.
 *
 *     m² = (Σ visible particles below + k_i)²;  a mass is −√|m²| where m² < 0
 *
 * Outputs of the canonical frame are completed there and carried to the laboratory; where the pairing is
 * blind, the visible particles are those of the pairing with the smaller loss.
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
      const { rows, ptmiss, frames } = paperRows(chunk, model);
      const width = rows.length / chunk.length;
      const input = tensor2d(rows, [chunk.length, width]);
      const { columns, pairing } = await outputColumns(model, network, input);
      const completion = COMPLETIONS[model.completion];
      const inFrame = completion.complete(float64Columns, columns, { ptmiss, mC });
      const { q1, q2 } = frames ? momentaToLaboratory(inFrame.q1, inFrame.q2, frames) : inFrame;
      const invisible = [q1, q2] as const;
      const visibles = pairing ? paired(chunk, pairings(model.topology), pairing) : chunk.visibles;
      const masses = shells.map(({ branch, visibles: below }) =>
        sumMass([...below.map((j) => visibles[j]), invisible[branch]])
      );
      return { invisible, masses, pairing };
    },
    dispose: () => network.dispose(),
  };
}

interface OutputColumns {
  /** One per output, GeV. */
  readonly columns: readonly Float64Array[];
  /** Undefined where it is the file's. */
  readonly pairing: Uint8Array | undefined;
}

/** Frees the rows. */
async function outputColumns(
  model: PaperDescription,
  network: PaperNetwork,
  rows: Tensor2D
): Promise<OutputColumns> {
  const table = tidy(() => {
    const { outputs, exchanged } = paperOutputs(model, network, rows);
    return exchanged ? concat([outputs, cast(exchanged, 'float32')], 1) : outputs;
  });
  rows.dispose();
  const values = await table.data();
  const [n, width] = table.shape;
  table.dispose();
  const column = (j: number): Float64Array =>
    Float64Array.from({ length: n }, (_, i) => values[i * width + j]);
  const { outputs } = model.architecture;
  // Multiplied by the unit in double precision.
  const columns = Array.from({ length: outputs }, (_, j) => column(j).map((x) => x * model.unit));
  return { columns, pairing: width > outputs ? Uint8Array.from(column(outputs)) : undefined };
}

/** The visible particles in the chosen pairings. */
function paired(
  { length, visibles }: EventChunk,
  orders: readonly (readonly number[])[],
  pairing: Uint8Array
): FourMomenta[] {
  return visibles.map((_, j) => {
    const column = (name: keyof FourMomenta): Float64Array =>
      Float64Array.from({ length }, (_none, i) => visibles[orders[pairing[i]][j]][name][i]);
    return { e: column('e'), px: column('px'), py: column('py'), pz: column('pz') };
  });
}
