import { util } from '@tensorflow/tfjs-core';
import { cast, fill, reduce } from '../graph/operators.ts';
import { sizeOf } from '../graph/node.ts';
import type { ElementType, GraphNode } from '../graph/node.ts';
import { largest, smallest } from './extremes.ts';
import { define } from './define.ts';

/** Reduces x over axes, counted from the front, which are kept with length 1 if so asked. */
type Reduce = (x: GraphNode, axes: readonly number[], keepDims: boolean) => GraphNode;

/**
 * Registers a reduction.
 *
 * @param kernelName TensorFlow.js's name of the kernel.
 * @param ofNothing The result where there is nothing to reduce: what the cpu backend says.
 * @param dtypeOf Element type of the result.
 * @param reduced For x with elements.
 * @param axisName TensorFlow.js's name of the axes, which for `Max` is another one.
 */
function defineReduction(
  kernelName: string,
  ofNothing: number,
  dtypeOf: (dtype: ElementType) => ElementType,
  reduced: Reduce,
  axisName = 'axis'
): void {
  define<Record<string, unknown>>(kernelName, ({ x }, attributes) => {
    const axes = util.parseAxisParam(attributes[axisName] as number | number[], [...x.shape]);
    const keepDims = Boolean(attributes.keepDims);
    if (sizeOf(x.shape) > 0) return reduced(x, axes, keepDims);
    return fill(ofNothing, reducedShape(x.shape, axes, keepDims), dtypeOf(x.dtype));
  });
}

function reducedShape(
  shape: readonly number[],
  axes: readonly number[],
  keepDims: boolean
): number[] {
  return shape.flatMap((n, axis) => (axes.includes(axis) ? (keepDims ? [1] : []) : [n]));
}

/** A reduction of numbers; integers are combined with 64 bits, since ONNX Runtime's 32 do not wrap. */
function ofNumbers(operator: string): Reduce {
  return (x, axes, keepDims) => {
    if (x.dtype === 'float32') return reduce(operator, x, { axes, keepDims });
    return cast(reduce(operator, cast(x, 'int64'), { axes, keepDims }), 'int32');
  };
}

const same = (dtype: ElementType): ElementType => dtype;
const number = (dtype: ElementType): ElementType => (dtype === 'bool' ? 'int32' : dtype);

defineReduction('Sum', 0, number, ofNumbers('ReduceSum'));
defineReduction('Prod', 1, number, ofNumbers('ReduceProd'));
defineReduction(
  'Mean',
  0,
  () => 'float32',
  (x, axes, keepDims) => reduce('ReduceMean', cast(x, 'float32'), { axes, keepDims })
);
defineReduction('Max', NaN, same, largest, 'reductionIndices');
defineReduction('Min', NaN, same, smallest);
defineReduction('All', 0, same, smallest);
defineReduction('Any', 0, same, largest);
