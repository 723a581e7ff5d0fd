import { upcastType } from '@tensorflow/tfjs-core';
import type { DataType } from '@tensorflow/tfjs-core';
import { cast, elementwise, reshape, scalar, unary, where } from '../graph/operators.ts';
import type { ElementType, GraphNode } from '../graph/node.ts';
import { define } from './define.ts';
import { defineBinary, inNumbers, stored } from './number-types.ts';

define('LogicalAnd', ({ a, b }) => elementwise('And', [truth(a), truth(b)]));
define('LogicalOr', ({ a, b }) => elementwise('Or', [truth(a), truth(b)]));
define('LogicalNot', ({ x }) => unary('Not', truth(x)));
defineBinary('BitwiseAnd', (a, b) =>
  cast(elementwise('BitwiseAnd', [stored(a, 'int32'), stored(b, 'int32')]), a.dtype)
);
define('Select', ({ condition, t, e }) => {
  const dtype = upcastType(t.dtype as DataType, e.dtype as DataType) as ElementType;
  const chosen = alignedTo(t, cast(condition, 'bool'));
  return inNumbers([cast(t, dtype), cast(e, dtype)], ([yes, no]) => where(chosen, yes, no));
});

/** What counts as true in JavaScript: a number that is neither 0 nor NaN. */
function truth(x: GraphNode): GraphNode {
  if (x.dtype !== 'float32') return cast(x, 'bool');
  return elementwise('Greater', [unary('Abs', x), scalar(0)], 'bool');
}

/** A condition of rank 1 chooses between whole rows of x. */
function alignedTo(x: GraphNode, condition: GraphNode): GraphNode {
  if (condition.shape.length !== 1) return condition;
  return reshape(
    condition,
    x.shape.map((_, axis) => (axis === 0 ? condition.shape[0] : 1))
  );
}
