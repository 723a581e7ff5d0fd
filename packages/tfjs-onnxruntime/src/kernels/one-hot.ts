import { cast, elementwise, range, reshape, scalar, where } from '../graph/operators.ts';
import type { ElementType } from '../graph/node.ts';
import { define } from './define.ts';

interface OneHotAttributes {
  readonly depth: number;
  readonly onValue: number;
  readonly offValue: number;
  readonly dtype: ElementType;
}

// ONNX's `OneHot` counts negative indices from the end; here they are nowhere.
define<OneHotAttributes>('OneHot', ({ indices }, { depth, onValue, offValue, dtype }) => {
  const hot = elementwise('Equal', [reshape(indices, [...indices.shape, 1]), range(depth)], 'bool');
  if (onValue === 1 && offValue === 0) return cast(hot, dtype);
  // ONNX Runtime's `Where` does not choose between booleans.
  const type = dtype === 'bool' ? 'int32' : dtype;
  return cast(where(hot, scalar(onValue, type), scalar(offValue, type)), dtype);
});
