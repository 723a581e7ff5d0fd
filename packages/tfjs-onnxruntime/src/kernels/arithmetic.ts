import { cast, elementwise, scalar, where } from '../graph/operators.ts';
import type { GraphNode } from '../graph/node.ts';
import { define } from './define.ts';

/** ONNX's operator for each kernel of two numbers that has one. */
const BINARY: Readonly<Record<string, string>> = {
  Add: 'Add',
  Sub: 'Sub',
  Multiply: 'Mul',
  Maximum: 'Max',
  Minimum: 'Min',
};

for (const [kernel, operator] of Object.entries(BINARY)) {
  define(kernel, ({ a, b }) => elementwise(operator, [a, b]));
}
define('RealDiv', ({ a, b }) => elementwise('Div', [cast(a, 'float32'), cast(b, 'float32')]));
define('Pow', ({ a, b }) => elementwise('Pow', [a, b]));
define('SquaredDifference', ({ a, b }) => {
  const difference = elementwise('Sub', [a, b]);
  return elementwise('Mul', [difference, difference]);
});
// A chain of additions is faster than ONNX Runtime's `Sum`.
define('AddN', (operands) =>
  Object.values(operands).reduce((sum, next) => elementwise('Add', [sum, next]))
);
define('Select', ({ condition, t, e }) => where(aligned(condition, t), t, e));

/** A condition of rank 1 chooses whole rows. */
function aligned(condition: GraphNode, t: GraphNode): GraphNode {
  if (condition.shape.length === t.shape.length) return condition;
  throw new Error('not yet');
}
void scalar;
