import { cast, elementwise, scalar, unary, where } from '../graph/operators.ts';
import type { GraphNode } from '../graph/node.ts';
import { define } from './define.ts';
import { defineBinary, inNumbers, inReals } from './number-types.ts';

defineBinary('Pow', (a, b) =>
  a.dtype === 'float32' ? elementwise('Pow', [a, b]) : inNumbers([a, b], integerPower)
);
define('Exp', ({ x }) => unary('Exp', cast(x, 'float32')));
define('Expm1', ({ x }) => inReals(x, expm1));
define('Log', ({ x }) => inReals(x, (real) => unary('Log', real)));
define('Log1p', ({ x }) => inReals(x, log1p));
define('Sqrt', ({ x }) => inReals(x, (real) => unary('Sqrt', real)));
define('Rsqrt', ({ x }) => inReals(x, (real) => unary('Reciprocal', unary('Sqrt', real))));

/** In int64, so that a result beyond int32 is taken modulo 2³². */
function integerPower([a, b]: readonly GraphNode[]): GraphNode {
  return cast(elementwise('Pow', [cast(a, 'int64'), cast(b, 'int64')]), 'int32');
}

/** eˣ − 1 = tanh(x / 2) (eˣ + 1): no difference, so that no digits are lost near 0. */
function expm1(x: GraphNode): GraphNode {
  const half = unary('Tanh', elementwise('Mul', [x, scalar(0.5)]));
  return elementwise('Mul', [half, elementwise('Add', [unary('Exp', x), scalar(1)])]);
}

/** log(1 + x), where near 0 what rounding 1 + x to u took away is given back: log u + (x − (u − 1)) / u. */
function log1p(x: GraphNode): GraphNode {
  const u = elementwise('Add', [x, scalar(1)]);
  const lost = elementwise('Sub', [x, elementwise('Sub', [u, scalar(1)])]);
  const log = unary('Log', u);
  const corrected = elementwise('Add', [log, elementwise('Div', [lost, u])]);
  const small = elementwise('Less', [unary('Abs', x), scalar(0.5)], 'bool');
  return where(small, corrected, log);
}
