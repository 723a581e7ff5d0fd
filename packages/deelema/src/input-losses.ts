import { add, slice, unstack } from '@tensorflow/tfjs-core';
import type { Tensor1D, Tensor2D } from '@tensorflow/tfjs-core';
import type { AuxiliaryMasses } from './auxiliary-masses.ts';
import { tensorColumns } from './columns.ts';
import { COMPLETIONS } from './completion.ts';
import type { CompletionName } from './completion.ts';
import { DISTANCES } from './distances.ts';
import type { DistanceName } from './distances.ts';
import { freeRelationLosses } from './free-relations.ts';
import { eventLosses } from './loss.ts';
import { branchMasses } from './masses.ts';
import { visibleMomenta } from './momenta.ts';

/** What makes a loss of a network's outputs. */
export interface LossSettings {
  readonly completion: CompletionName;
  readonly distance: DistanceName;
  /** Conjectured mass of the invisible particle, units of the rows. */
  readonly mC: number;
}

/**
 * The loss of each event from what the network says of it: completed by K, then Eq. (1) and what K left
 * free.
 *
 * Masses know no boost along the beam, no rotation about it, no reflection and no exchange of both
 * branches; so it is the same in every frame in which rows and outputs are.
 *
 * @param rows a1, a2, b1, b2, each E, px, py, pz, then both components of pTmiss: [n, 18].
 * @param outputs Of the network, in the unit and the frame of the rows: [n, outputs].
 * @param auxiliary m̃_A and m̃_B, units of the rows.
 * @param settings Completion, distance, m_C.
 * @returns n events, units of the rows or their square.
 * @see PRR 5, 043186, Eq. (1)
 */
export function inputLosses(
  rows: Tensor2D,
  outputs: Tensor2D,
  auxiliary: AuxiliaryMasses,
  { completion: name, distance: distanceName, mC }: LossSettings
): Tensor1D {
  const [completion, distance] = [COMPLETIONS[name], DISTANCES[distanceName]];
  const [px, py] = unstack(slice(rows, [0, 16], [-1, 2]), 1) as Tensor1D[];
  const known = { ptmiss: { px, py }, mC };
  const columns = unstack(outputs, 1) as Tensor1D[];
  const invisible = completion.complete(tensorColumns, columns, known);
  const masses = branchMasses(visibleMomenta(slice(rows, [0, 0], [-1, 16])), invisible);
  const losses = eventLosses(masses, auxiliary, distance);
  const free = freeRelationLosses(completion, invisible, known, distance);
  return free === undefined ? losses : add(losses, free);
}
