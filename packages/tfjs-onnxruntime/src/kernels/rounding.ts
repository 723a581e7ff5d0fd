import { apply, given, scalar, unary, where } from '../graph/operators.ts';
import type { GraphNode } from '../graph/node.ts';
import { define } from './define.ts';
import { inNumbers, isNotANumber } from './number-types.ts';

for (const name of ['Ceil', 'Floor', 'Round']) {
  define(name, ({ x }) => (x.dtype === 'float32' ? unary(name, x) : x));
}
define('Sign', ({ x }) => inNumbers([x], ([number]) => sign(number)));
define('Relu6', ({ x }) => inNumbers([x], ([number]) => clip(number, 0, 6)));
define<{ clipValueMin: number; clipValueMax: number }>(
  'ClipByValue',
  ({ x }, { clipValueMin, clipValueMax }) =>
    inNumbers([x], ([number]) => clip(number, clipValueMin, clipValueMax))
);

/** −1, 0 or 1; 0 for NaN. */
function sign(x: GraphNode): GraphNode {
  const result = unary('Sign', x);
  if (x.dtype !== 'float32') return result;
  return where(isNotANumber(x), scalar(0), result);
}

function clip(x: GraphNode, lowest: number, highest: number): GraphNode {
  const bounds = x.dtype === 'float32' ? [lowest, highest] : [lowest, highest].map(nearestInt32);
  return apply('Clip', [x, ...bounds.map((bound) => given(bound, x.dtype))], x.shape);
}

/** A bound for integers: cut off, as it is when it is stored as one. */
function nearestInt32(bound: number): number {
  return Math.max(-(2 ** 31), Math.min(Math.trunc(bound), 2 ** 31 - 1));
}
