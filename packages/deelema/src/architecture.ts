/** The shape of the network. */
export interface Architecture {
  /** Numbers per event at the input; 16 for four visible four-momenta. */
  readonly inputs: number;
  /** Number of hidden layers. */
  readonly layers: number;
  /** Nodes of each hidden layer. */
  readonly width: number;
  /** Numbers per event at the output; set by the kinematic completion. */
  readonly outputs: number;
  /** Whether each hidden layer normalises over the batch before its activation. */
  readonly batchNormalisation: boolean;
}

/** One weight array of the network. */
export interface WeightSpec {
  /** Layer and role, e.g. `hidden1/weights`. */
  readonly name: string;
  readonly shape: readonly number[];
  /** False for running statistics, which no gradient reaches. */
  readonly trainable: boolean;
}

/** One weight array of the network with its values, row by row. */
export interface Weight extends WeightSpec {
  readonly values: Float32Array;
}

/**
 * The weight arrays of a network, in the order in which they are stored.
 *
 * @param architecture Shape of the network.
 * @returns For each hidden layer weights [inputs, width] and bias [width], with batch normalisation
 *  also scale, shift, mean and variance [width]; then weights and bias of the output layer.
 */
export function weightSpecs(architecture: Architecture): WeightSpec[] {
  const { inputs, layers, width, outputs, batchNormalisation } = architecture;
  const specs: WeightSpec[] = [];
  for (let layer = 1; layer <= layers; ++layer) {
    specs.push(...dense(`hidden${layer}`, layer === 1 ? inputs : width, width));
    if (batchNormalisation) specs.push(...normalisation(`hidden${layer}`, width));
  }
  return [...specs, ...dense('output', width, outputs)];
}

function dense(layer: string, inputs: number, outputs: number): WeightSpec[] {
  return [
    { name: `${layer}/weights`, shape: [inputs, outputs], trainable: true },
    { name: `${layer}/bias`, shape: [outputs], trainable: true },
  ];
}

function normalisation(layer: string, width: number): WeightSpec[] {
  return [
    { name: `${layer}/scale`, shape: [width], trainable: true },
    { name: `${layer}/shift`, shape: [width], trainable: true },
    { name: `${layer}/mean`, shape: [width], trainable: false },
    { name: `${layer}/variance`, shape: [width], trainable: false },
  ];
}
