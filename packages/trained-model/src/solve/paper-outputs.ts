import { exchangeB, inputLosses } from '@deelema/deelema';
import { less, reshape, scalar, where } from '@tensorflow/tfjs-core';
import type { Tensor1D, Tensor2D } from '@tensorflow/tfjs-core';
import type { PaperDescription } from '../record/model-schema.ts';
import type { PaperNetwork } from './paper-network.ts';

/** What the network says of some events. */
export interface PaperOutputs {
  /** Units: [n, outputs]. */
  readonly outputs: Tensor2D;
  /** bool [n, 1]: where the b's are exchanged; undefined if the pairing is the file's. */
  readonly exchanged: Tensor2D | undefined;
}

/**
 * The network's outputs; where the pairing is blind, those of the pairing with the smaller loss, and of
 * equals the file's.
 *
 * @param model The model.
 * @param network Of the model.
 * @param rows Visible momenta and pTmiss in the frame of the model, units: [n, 18].
 */
export function paperOutputs(
  model: PaperDescription,
  network: PaperNetwork,
  rows: Tensor2D
): PaperOutputs {
  const outputs = network.outputs(rows);
  if (model.pairing === 'given') return { outputs, exchanged: undefined };
  const others = exchangeB(rows);
  const otherOutputs = network.outputs(others);
  const losses = lossesOf(model, rows, outputs);
  const better = less(lossesOf(model, others, otherOutputs), losses);
  const exchanged: Tensor2D = reshape(better, [rows.shape[0], 1]);
  return { outputs: where(exchanged, otherOutputs, outputs), exchanged };
}

/** As the training computes them. */
function lossesOf(
  { auxiliary, unit, mC, completion, distance }: PaperDescription,
  rows: Tensor2D,
  outputs: Tensor2D
): Tensor1D {
  const [mA, mB] = [auxiliary.A, auxiliary.B].map((mass) => scalar(mass / unit));
  const settings = { completion, distance, mC: mC[0] / unit };
  return inputLosses(rows, outputs, { mA, mB }, settings);
}
