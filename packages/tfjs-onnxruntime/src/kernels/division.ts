import {
  apply,
  broadcastShape,
  cast,
  elementwise,
  scalar,
  unary,
  where,
} from '../graph/operators.ts';
import type { GraphNode } from '../graph/node.ts';
import { define } from './define.ts';
import { defineBinary, inNumbers, inReals, stored } from './number-types.ts';

type Binary = (a: GraphNode, b: GraphNode) => GraphNode;

defineBinary('RealDiv', (a, b) =>
  a.dtype === 'float32' ? divide(a, b) : inNumbers([a, b], integers(divide))
);
define('Reciprocal', ({ x }) => inReals(x, (real) => unary('Reciprocal', real)));
defineBinary('FloorDiv', (a, b) =>
  a.dtype === 'float32'
    ? stored(realFloor(a, b), 'int32')
    : integers(integerFloor)([cast(a, 'int32'), cast(b, 'int32')])
);
defineBinary('Mod', (a, b) =>
  a.dtype === 'float32' ? realModulo(a, b) : inNumbers([a, b], integers(remainder))
);

function divide(a: GraphNode, b: GraphNode): GraphNode {
  return elementwise('Div', [a, b]);
}

/**
 * A division of integers with the result 0 where it is by 0, as JavaScript stores NaN and ±∞.
 *
 * In int64, since in int32 the processor traps on −2³¹ / −1.
 */
function integers(f: Binary): (operands: readonly GraphNode[]) => GraphNode {
  return ([a, b]) => {
    const byZero = elementwise('Equal', [b, scalar(0, 'int32')], 'bool');
    const divisor = where(byZero, scalar(1, 'int32'), b);
    const result = cast(f(cast(a, 'int64'), cast(divisor, 'int64')), 'int32');
    return where(byZero, scalar(0, 'int32'), result);
  };
}

/** a − remainder is a multiple of b, so that cutting off is rounding down. */
function integerFloor(a: GraphNode, b: GraphNode): GraphNode {
  return divide(elementwise('Sub', [a, remainder(a, b)]), b);
}

const SIGN_OF_DIVIDEND = { fmod: 1 };

/** The remainder with the sign of a for real numbers, where it is exact, and of b for integers. */
function remainder(a: GraphNode, b: GraphNode): GraphNode {
  const attributes = a.dtype === 'float32' ? SIGN_OF_DIVIDEND : undefined;
  return apply('Mod', [a, b], broadcastShape([a, b]), a.dtype, attributes);
}

/** ⌊a / b⌋ of the exact quotient: a rounded one may be the next integer already. */
function realFloor(a: GraphNode, b: GraphNode): GraphNode {
  const rest = remainder(a, b);
  const quotient = unary('Round', divide(elementwise('Sub', [a, rest]), b));
  return elementwise('Add', [quotient, unary('Floor', divide(rest, b))]);
}

/** The remainder with the sign of b; NaN if b is infinite and of the other sign than a. */
function realModulo(a: GraphNode, b: GraphNode): GraphNode {
  const rest = remainder(a, b);
  const negative = [a, b].map((x) => elementwise('Less', [x, scalar(0)], 'bool'));
  const none = elementwise('Equal', [rest, scalar(0)], 'bool');
  // Mod(b, b) is 0, but NaN for an infinite b.
  const shift = elementwise('Add', [where(none, scalar(0), b), remainder(b, b)]);
  return where(elementwise('Xor', negative), elementwise('Add', [rest, shift]), rest);
}
