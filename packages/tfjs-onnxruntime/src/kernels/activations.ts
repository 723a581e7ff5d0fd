import {
  apply,
  broadcastShape,
  cast,
  elementwise,
  expand,
  scalar,
  unary,
  where,
} from '../graph/operators.ts';
import type { GraphNode } from '../graph/node.ts';
import { float } from '../graph/attributes.ts';
import { define } from './define.ts';
import { inNumbers, inReals } from './number-types.ts';

/** Kernels that ONNX has under the same names. */
const FUNCTIONS = ['Elu', 'Erf', 'Selu', 'Sigmoid', 'Softplus'];

for (const name of FUNCTIONS) define(name, ({ x }) => inReals(x, (real) => unary(name, real)));

define('Relu', ({ x }) =>
  x.dtype === 'float32' ? unary('Relu', x) : inNumbers([x], positivePart)
);
define<{ alpha: number }>('LeakyRelu', ({ x }, { alpha }) =>
  unary('LeakyRelu', cast(x, 'float32'), { alpha: float(alpha) })
);
define('Prelu', ({ x, alpha }) => {
  const shape = broadcastShape([x, alpha]);
  // ONNX broadcasts only the slope.
  return apply('PRelu', [expand(cast(x, 'float32'), shape), cast(alpha, 'float32')], shape);
});
define('EluGrad', ({ dy, y }) => {
  // The derivative is 1 above 0, and eˣ = y + 1 below.
  const below = elementwise('Min', [cast(y, 'float32'), scalar(0)]);
  return elementwise('Mul', [cast(dy, 'float32'), elementwise('Add', [below, scalar(1)])]);
});
define<{ alpha: number }>('Step', ({ x }, { alpha }) => inReals(x, (real) => step(real, alpha)));

function positivePart([x]: readonly GraphNode[]): GraphNode {
  return elementwise('Max', [x, scalar(0, x.dtype)]);
}

/** 1 above 0, else alpha; NaN stays NaN, since its sign is NaN. */
function step(x: GraphNode, alpha: number): GraphNode {
  const sign = unary('Sign', x);
  if (alpha === 0) return unary('Relu', sign);
  return where(elementwise('LessOrEqual', [x, scalar(0)], 'bool'), scalar(alpha), sign);
}
