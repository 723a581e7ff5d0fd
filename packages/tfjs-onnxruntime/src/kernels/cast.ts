import type { DataType } from '@tensorflow/tfjs-core';
import { cast } from '../graph/operators.ts';
import type { GraphNode } from '../graph/node.ts';
import { define, defineView } from './define.ts';
import { stored } from './number-types.ts';

define<{ dtype: DataType }>('Cast', ({ x }, { dtype }) => converted(x, dtype));
defineView('Identity', 'x', (shape) => shape);

/** Any number but 0, also 0.5 and NaN, becomes true. */
function converted(x: GraphNode, dtype: DataType): GraphNode {
  switch (dtype) {
    case 'bool':
      return cast(x, 'bool');
    case 'float32':
    case 'int32':
      return stored(x, dtype);
    default:
      throw new Error(
        `Cast: received the type ${dtype}, expected float32, int32 or bool; use tf.setBackend('cpu') for it.`
      );
  }
}
