import { cast, elementwise, scalar, unary, where } from '../graph/operators.ts';
import type { GraphNode } from '../graph/node.ts';
import { define } from './define.ts';
import { defineBinary, inReals, stored } from './number-types.ts';

/** Kernels that ONNX has under the same names. */
const FUNCTIONS = [
  ...['Sin', 'Cos', 'Tan', 'Asin', 'Acos', 'Atan'],
  ...['Sinh', 'Cosh', 'Tanh', 'Asinh', 'Acosh', 'Atanh'],
];

for (const name of FUNCTIONS) define(name, ({ x }) => inReals(x, (real) => unary(name, real)));

defineBinary('Atan2', (a, b) => stored(angle(cast(a, 'float32'), cast(b, 'float32')), a.dtype));

/** The angle of (x, y) in [−π, π], from that of (|x|, |y|). */
function angle(y: GraphNode, x: GraphNode): GraphNode {
  const [height, width] = [unary('Abs', y), unary('Abs', x)];
  const diagonal = elementwise('Equal', [height, width], 'bool');
  // Two zeros or two infinities have no ratio, but their angles are 0 and π / 4 by convention.
  const ratio = where(diagonal, unary('Sign', height), elementwise('Div', [height, width]));
  const acute = unary('Atan', ratio);
  const upper = where(isNegative(x), elementwise('Sub', [scalar(Math.PI), acute]), acute);
  return where(isNegative(y), unary('Neg', upper), upper);
}

/** Whether the sign bit is set: also for −0, on which side of the cut the angle is lies with it. */
function isNegative(x: GraphNode): GraphNode {
  const [below, reciprocalBelow] = [x, unary('Reciprocal', x)].map((number) =>
    elementwise('Less', [number, scalar(0)], 'bool')
  );
  return elementwise('Or', [below, reciprocalBelow]);
}
