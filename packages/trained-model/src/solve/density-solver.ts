import { toCanonicalFrame, toLaboratory, visibleRoles } from '@deelema/deelema';
import type { Weight } from '@deelema/deelema';
import { sumMass } from '@deelema/kinematics';
import { cast, stack, tensor2d, tidy } from '@tensorflow/tfjs-core';
import type { Tensor1D, Tensor2D } from '@tensorflow/tfjs-core';
import { frameSettings } from '../record/density-settings.ts';
import type { DensityDescription } from '../record/model-schema.ts';
import { chooseSolution } from './chosen-solution.ts';
import type { ChosenSolution } from './chosen-solution.ts';
import { chosenVisibles } from './chosen-visibles.ts';
import { completeTransverse } from './complete-transverse.ts';
import { densityParts } from './density-parts.ts';
import type { DensityParts } from './density-parts.ts';
import type { Solutions } from './event-chunk.ts';
import { massShells } from './mass-shells.ts';
import type { Solver } from './solver.ts';

/**
 * Solves events by the recipe `deelema`: the solution of the better pairing, carried to the laboratory in
 * double precision.
 *
 * The network's numbers are float32; what is known is not: q_2T follows from pTmiss, energies from m_C, masses
 * from both. Where visible particles are smeared, their energies are those of the draw, and pTmiss moves
 * with them; where pTmiss has a resolution of its own, q_2T is the draw's.
 *
 * @param record The model.
 * @param weights Of its network.
 * @returns The solver; free it with `dispose`.
 */
export function densitySolver(record: DensityDescription, weights: readonly Weight[]): Solver {
  const parts = densityParts(record, weights);
  const roles = visibleRoles(record.topology);
  const shells = massShells(record.topology);
  const frame = frameSettings(record);
  return {
    async solve(chunk): Promise<Solutions> {
      const visible = Object.fromEntries(roles.map((role, j) => [role, chunk.visibles[j]]));
      const { rows, frames, layout } = toCanonicalFrame(visible, chunk.ptmiss, frame);
      const shape: [number, number] = [rows.length / layout.width, layout.width];
      const columns = await drawColumns(parts, tensor2d(rows, shape));
      const { pairing, logDensity, invisible, scales } = columns;
      const visibles = chosenVisibles(record, { chunk, frames, pairing, scales });
      const known = { chunk, frames, visibles, unit: record.unit };
      const free = record.density.ptmissResolution !== null;
      const q = completeTransverse(invisible, known, free);
      const { q1, q2 } = toLaboratory(q[0], q[1], record.mC, frames);
      const both = [q1, q2] as const;
      const masses = shells.map((shell) =>
        sumMass([...shell.visibles.map((j) => visibles[j]), both[shell.branch]])
      );
      return { invisible: both, masses, pairing, logDensity };
    },
    dispose: () => parts.dispose(),
  };
}

/** Columns of the chosen draws, units of the model. */
interface DrawColumns {
  readonly pairing: Uint8Array;
  readonly logDensity: Float64Array;
  /** p_x, p_y, p_z of both invisible particles. */
  readonly invisible: readonly Float64Array[];
  readonly scales: readonly Float64Array[];
}

async function drawColumns(parts: DensityParts, rows: Tensor2D): Promise<DrawColumns> {
  const { smeared } = parts;
  const table = tidy(() => stack(listed(chooseSolution(parts, rows)), 1) as Tensor2D);
  rows.dispose();
  const values = await table.data();
  const [n, width] = table.shape;
  table.dispose();
  const column = (j: number): Float64Array =>
    Float64Array.from({ length: n }, (_, i) => values[i * width + j]);
  return {
    pairing: Uint8Array.from(column(0)),
    logDensity: column(1),
    invisible: [2, 3, 4, 5, 6, 7].map(column),
    scales: smeared.map((_, k) => column(8 + k)),
  };
}

function listed({ pairing, logDensity, invisible, scales }: ChosenSolution): Tensor1D[] {
  return [cast(pairing, 'float32'), logDensity, ...invisible.flat(), ...scales];
}
