import { apply, cast, elementwise, fill, scalar, unary } from '../graph/operators.ts';
import type { GraphNode } from '../graph/node.ts';
import { define } from './define.ts';
import { defineBinary, isNotANumber } from './number-types.ts';

const COMPARISONS: Readonly<Record<string, string>> = {
  Equal: 'Equal',
  Greater: 'Greater',
  GreaterEqual: 'GreaterOrEqual',
  Less: 'Less',
  LessEqual: 'LessOrEqual',
};

for (const [kernel, operator] of Object.entries(COMPARISONS)) {
  defineBinary(kernel, (a, b) => compare(operator, a, b));
}
defineBinary('NotEqual', (a, b) => unary('Not', compare('Equal', a, b)));
define('IsNan', ({ x }) => ofReal(x, false, () => isNotANumber(x)));
define('IsInf', ({ x }) => ofReal(x, false, () => apply('IsInf', [x], x.shape, 'bool')));
define('IsFinite', ({ x }) =>
  ofReal(x, true, () => compare('Less', unary('Abs', x), scalar(Infinity)))
);

function compare(operator: string, a: GraphNode, b: GraphNode): GraphNode {
  // ONNX has no order of booleans.
  const operands = a.dtype === 'bool' ? [cast(a, 'int32'), cast(b, 'int32')] : [a, b];
  return elementwise(operator, operands, 'bool');
}

/** A property of real numbers, which all integers and booleans have or all lack. */
function ofReal(x: GraphNode, otherwise: boolean, f: () => GraphNode): GraphNode {
  return x.dtype === 'float32' ? f() : fill(Number(otherwise), x.shape, 'bool');
}
