import { cast, elementwise, scalar, unary, where } from '../graph/operators.ts';
import type { ElementType } from '../graph/node.ts';
import { define, defineView } from './define.ts';

/** ONNX's operator for each kernel of one real number that has one. */
const UNARY: Readonly<Record<string, string>> = {
  Abs: 'Abs',
  Elu: 'Elu',
  Exp: 'Exp',
  Log: 'Log',
  Neg: 'Neg',
  Relu: 'Relu',
  Sigmoid: 'Sigmoid',
  Sign: 'Sign',
  Sqrt: 'Sqrt',
  Tanh: 'Tanh',
};

for (const [kernel, operator] of Object.entries(UNARY)) {
  define(kernel, ({ x }) => unary(operator, x));
}
define('Square', ({ x }) => elementwise('Mul', [x, x]));
define<{ dtype: ElementType }>('Cast', ({ x }, { dtype }) => cast(x, dtype));
defineView('Identity', 'x', (shape) => shape);
define<{ alpha: number }>('Step', ({ x }, { alpha }) =>
  where(elementwise('Greater', [x, scalar(0, x.dtype)], 'bool'), scalar(1), scalar(alpha))
);
define('EluGrad', ({ dy, y }) => {
  const positive = elementwise('GreaterOrEqual', [y, scalar(0)], 'bool');
  return where(positive, dy, elementwise('Mul', [dy, elementwise('Add', [y, scalar(1)])]));
});
