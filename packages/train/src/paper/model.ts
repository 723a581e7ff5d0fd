import { auxiliaryMasses, createNetwork, inputLosses, pairingBlindLosses } from '@deelema/deelema';
import type { AuxiliaryMasses, CompletionName, DistanceName, Network } from '@deelema/deelema';
import type { Architecture, Weight } from '@deelema/deelema';
import type { InputScaling } from '@deelema/records';
import { dispose, div, scalar, slice, sub, tensor1d, tidy, variable } from '@tensorflow/tfjs-core';
import type { Tensor1D, Tensor2D, Variable } from '@tensorflow/tfjs-core';

/** What a model is besides its weights. */
export interface ModelSettings {
  readonly architecture: Architecture;
  readonly completion: CompletionName;
  readonly distance: DistanceName;
  /** Frame of rows and outputs. */
  readonly frame: 'laboratory' | 'canonical';
  /** Whether the loss of an event is that of the file's pairing, or the smaller of both. */
  readonly pairing: 'given' | 'blind';
  /** Conjectured mass of C, GeV. */
  readonly mC: number;
  /** GeV per unit of the rows. */
  readonly scale: number;
  /** One entry per network input, GeV; undefined if the rows are the inputs as they are. */
  readonly standardisation: readonly InputScaling[] | undefined;
}

/** The free parameters of the auxiliary masses. */
export interface Deltas {
  readonly deltaA: number;
  readonly deltaB: number;
}

/** Network, kinematics and auxiliary masses on the current backend; rows as `Sample` has them. */
export interface Model {
  readonly network: Network;
  /** Everything that gradients reach: the network's weights, δ_A, δ_B. */
  readonly trainable: readonly Variable[];
  /** The network's outputs for each event: [n, outputs], units of the scale. */
  outputs(rows: Tensor2D, training?: boolean): Tensor2D;
  /** The loss of each event: [n], units of the scale. */
  losses(rows: Tensor2D, training?: boolean): Tensor1D;
  /** m̃_A and m̃_B, units of the scale. */
  auxiliary(): AuxiliaryMasses;
  /** The values of δ_A and δ_B. */
  deltas(): Promise<Deltas>;
  dispose(): void;
}

/**
 * Puts a model together.
 *
 * @param settings What it is.
 * @param weights The network's weights.
 * @param start δ_A and δ_B.
 * @returns The model; free it with `dispose`.
 */
export function createModel(
  settings: ModelSettings,
  weights: readonly Weight[],
  start: Deltas
): Model {
  const network = createNetwork(settings.architecture, weights);
  const deltaA = tidy(() => variable(scalar(start.deltaA)));
  const deltaB = tidy(() => variable(scalar(start.deltaB)));
  const mC = settings.mC / settings.scale;
  const { completion, distance, pairing } = settings;
  const input = networkInput(settings);
  const outputs = (rows: Tensor2D, training = false): Tensor2D =>
    network.forward(input.of(rows), training);
  const auxiliary = (): AuxiliaryMasses => auxiliaryMasses(mC, deltaA, deltaB);
  return {
    network,
    trainable: [...network.trainable, deltaA, deltaB],
    outputs,
    losses(rows, training = false) {
      const lossesOf = (x: Tensor2D): Tensor1D =>
        inputLosses(x, outputs(x, training), auxiliary(), { completion, distance, mC });
      return pairing === 'blind' ? pairingBlindLosses(lossesOf, rows) : lossesOf(rows);
    },
    auxiliary,
    async deltas() {
      const [[a], [b]] = await Promise.all([deltaA.data(), deltaB.data()]);
      return { deltaA: a, deltaB: b };
    },
    dispose() {
      network.dispose();
      input.dispose();
      deltaA.dispose();
      deltaB.dispose();
    },
  };
}

/** What the network is given of the rows. */
function networkInput({ architecture, standardisation, scale }: ModelSettings) {
  const raw = (rows: Tensor2D): Tensor2D => slice(rows, [0, 0], [-1, architecture.inputs]);
  if (standardisation === undefined) return { of: raw, dispose: () => undefined };
  const mean = tensor1d(standardisation.map((input) => input.mean / scale));
  // An input that never varies carries nothing; dividing by 1 keeps it finite.
  const std = tensor1d(standardisation.map((input) => input.std / scale || 1));
  return {
    of: (rows: Tensor2D): Tensor2D => div(sub(raw(rows), mean), std),
    dispose: () => dispose([mean, std]),
  };
}
