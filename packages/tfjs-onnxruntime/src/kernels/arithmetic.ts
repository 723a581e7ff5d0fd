import { elementwise, unary } from '../graph/operators.ts';
import type { GraphNode } from '../graph/node.ts';
import { define } from './define.ts';
import { checkTypes, defineBinary, inNumbers } from './number-types.ts';

/** ONNX's operator for each kernel of two numbers that has one. */
const BINARY: Readonly<Record<string, string>> = {
  Add: 'Add',
  Sub: 'Sub',
  Multiply: 'Mul',
  Maximum: 'Max',
  Minimum: 'Min',
};

for (const [kernel, operator] of Object.entries(BINARY)) {
  defineBinary(kernel, (a, b) => inNumbers([a, b], (operands) => elementwise(operator, operands)));
}

defineBinary('SquaredDifference', (a, b) =>
  inNumbers([a, b], (operands) => square(elementwise('Sub', operands)))
);
define('AddN', (operands) => {
  const terms = Object.values(operands);
  checkTypes('AddN', terms);
  // A chain of additions is faster than ONNX Runtime's `Sum`.
  return inNumbers(terms, (numbers) =>
    numbers.reduce((sum, next) => elementwise('Add', [sum, next]))
  );
});
define('Abs', ({ x }) => inNumbers([x], ([number]) => unary('Abs', number)));
define('Neg', ({ x }) => inNumbers([x], ([number]) => unary('Neg', number)));
define('Square', ({ x }) => inNumbers([x], ([number]) => square(number)));

function square(x: GraphNode): GraphNode {
  return elementwise('Mul', [x, x]);
}
