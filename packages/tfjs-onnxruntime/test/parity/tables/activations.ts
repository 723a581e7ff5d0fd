import { relu, selu, tensor } from '@tensorflow/tfjs-core';
import type { Table } from '../compare.ts';
import { binaryCases, unaryCases } from '../elements.ts';

/** Functions between the layers of a network, and their derivatives. */
export const table: Table = {
  Elu: unaryCases('Elu'),
  // dy and y have one shape.
  EluGrad: binaryCases('EluGrad', { names: ['dy', 'y'] }).filter(({ name }) =>
    name.endsWith('edge values')
  ),
  Erf: unaryCases('Erf'),
  LeakyRelu: [0.2, 0, 1.5].flatMap((alpha) => unaryCases('LeakyRelu', { attributes: { alpha } })),
  Prelu: binaryCases('Prelu', { names: ['x', 'alpha'] }),
  Relu: [
    ...unaryCases('Relu'),
    { name: 'tf.relu of int32', run: () => relu(tensor([-1, 2], [2], 'int32')) },
  ],
  Selu: [
    ...unaryCases('Selu'),
    { name: 'tf.selu of int32', run: () => selu(tensor([-1, 2], [2], 'int32')) },
  ],
  Sigmoid: unaryCases('Sigmoid'),
  Softplus: unaryCases('Softplus'),
  Step: [0, -1, 0.1].flatMap((alpha) =>
    // A boolean cannot hold −1.
    unaryCases('Step', { attributes: { alpha } }).filter(
      ({ name }) => name !== 'bool, {"alpha":-1}'
    )
  ),
};
