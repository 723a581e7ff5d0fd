import { apply, cast, elementwise, scalar, unary, where } from '../graph/operators.ts';
import type { ElementType, GraphNode } from '../graph/node.ts';
import { define } from './define.ts';

// ONNX has most operators for real numbers only, and few for booleans. TensorFlow.js's cpu backend
// computes everything in JavaScript's numbers and stores the result in an array of the operand's type.

/**
 * Computes with real numbers and stores the result in the operand's own type.
 *
 * @param x Of any type; integers beyond ±2²⁴ are rounded to float32.
 * @param f Computes float32 from float32.
 * @returns The result in the type of x.
 */
export function inReals(x: GraphNode, f: (x: GraphNode) => GraphNode): GraphNode {
  return x.dtype === 'float32' ? f(x) : stored(f(cast(x, 'float32')), x.dtype);
}

/**
 * Computes with 0 and 1 in place of booleans, and as they are with other types.
 *
 * @param operands All of one type.
 * @param f Computes one tensor of their type.
 * @returns The result; for booleans whether it is not 0.
 */
export function inNumbers(
  operands: readonly GraphNode[],
  f: (operands: readonly GraphNode[]) => GraphNode
): GraphNode {
  if (operands[0].dtype !== 'bool') return f(operands);
  return cast(f(operands.map(asNumbers)), 'bool');
}

/** 0 and 1 in place of booleans; other types as they are. */
export function asNumbers(x: GraphNode): GraphNode {
  return x.dtype === 'bool' ? cast(x, 'int32') : x;
}

/** Where real numbers are NaN. */
export function isNotANumber(x: GraphNode): GraphNode {
  return apply('IsNaN', [x], x.shape, 'bool');
}

/**
 * What an array of a type holds when numbers have been written into it.
 *
 * Fractions are cut off, integers taken modulo 2³², and NaN and ±∞ become 0.
 *
 * @param x Numbers.
 * @param dtype Type of the array; for booleans 0 is false, any other integer true.
 * @returns The same shape in that type.
 * @see https://tc39.es/ecma262/#sec-toint32
 */
export function stored(x: GraphNode, dtype: ElementType): GraphNode {
  if (x.dtype !== 'float32' || dtype === 'float32') return cast(x, dtype);
  // What the conversion of a number beyond ±2⁶³ gives depends on the processor. The choice also stands
  // between the two conversions, of which ONNX Runtime would make one, without the modulo.
  const fits = elementwise('Less', [unary('Abs', x), scalar(2 ** 63)], 'bool');
  const integer = where(fits, cast(x, 'int64'), scalar(0, 'int64'));
  return cast(cast(integer, 'int32'), dtype);
}

/**
 * Registers a kernel of two operands of one type.
 *
 * @param kernel TensorFlow.js's name of the kernel.
 * @param record What it records for `a` and `b`.
 */
export function defineBinary(
  kernel: string,
  record: (a: GraphNode, b: GraphNode) => GraphNode
): void {
  define(kernel, ({ a, b }) => {
    checkTypes(kernel, [a, b]);
    return record(a, b);
  });
}

/**
 * Checks that operands have one type.
 *
 * @param name Of the kernel or operation, for the message.
 * @param operands Any number of them.
 * @throws Error if two differ.
 */
export function checkTypes(name: string, operands: readonly GraphNode[]): void {
  for (const { dtype } of operands) {
    if (dtype === operands[0].dtype) continue;
    throw new Error(
      `${name}: received operands of types ${operands[0].dtype} and ${dtype}, expected one type; convert one of them with tf.cast.`
    );
  }
}
