import { fill } from '../graph/operators.ts';
import type { ElementType } from '../graph/node.ts';
import { define } from './define.ts';

define('ZerosLike', ({ x }) => fill(0, x.shape, x.dtype));
define('OnesLike', ({ x }) => fill(1, x.shape, x.dtype));
define<{ shape: number[]; value: number; dtype?: ElementType }>('Fill', (_, { shape, value, dtype }) =>
  fill(value, shape, dtype ?? 'float32')
);
