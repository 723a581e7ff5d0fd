import { util } from '@tensorflow/tfjs-core';
import {
  argExtreme,
  cast,
  concat,
  fill,
  gatherElements,
  scalar,
  topK,
  where,
} from '../graph/operators.ts';
import type { GraphNode } from '../graph/node.ts';
import { define } from './define.ts';
import { isNotANumber } from './number-types.ts';

defineExtremePosition('ArgMax', -Infinity);
defineExtremePosition('ArgMin', Infinity);

/** Where the largest or smallest element is; `worst` is what any other one is at least as good as. */
function defineExtremePosition(kernelName: string, worst: number): void {
  define<{ axis: number | number[] }>(kernelName, ({ x }, { axis }) => {
    const axes = util.parseAxisParam(axis, [...x.shape]);
    if (axes.length !== 1) {
      throw new Error(`${kernelName}: received axes [${axes.join()}], expected one axis.`);
    }
    const [along] = axes;
    const shape = x.shape.filter((_, i) => i !== along);
    if (x.shape[along] === 0) return fill(0, shape, 'int32');
    return cast(argExtreme(kernelName, ordered(x, along, worst), along), 'int32');
  });
}

/**
 * x with every NaN replaced such that it is never found, unless it comes first, when it always is: as a
 * search is that begins with the first element and asks of the others whether they are better.
 */
function ordered(x: GraphNode, axis: number, worst: number): GraphNode {
  if (x.dtype !== 'float32') return cast(x, 'int32');
  const lengths = (n: number): number[] => x.shape.map((_, i) => (i === axis ? n : 1));
  const first = fill(-worst, lengths(1), 'float32');
  const others = fill(worst, lengths(x.shape[axis] - 1), 'float32');
  return where(isNotANumber(x), concat([first, others], axis), x);
}

// The order of what is returned unsorted is nobody's to rely on: it is sorted here as well.
define<{ k: number; sorted: boolean }>('TopK', ({ x }, { k }) => {
  if (x.dtype === 'float32') return largestNumbers(x, k);
  const [values, positions] = topK(cast(x, 'int32'), k);
  return [cast(values, x.dtype), cast(positions, 'int32')];
});

/** A NaN counts as infinite: left as it is, it would keep ONNX Runtime from finding the others. */
function largestNumbers(x: GraphNode, k: number): GraphNode[] {
  const [, positions] = topK(where(isNotANumber(x), scalar(Infinity), x), k);
  return [gatherElements(x, positions, x.shape.length - 1), cast(positions, 'int32')];
}
