import { engine, linspace, mul, tensor } from '@tensorflow/tfjs-core';
import type { DataType, NamedAttrMap, NamedTensorMap, Tensor } from '@tensorflow/tfjs-core';
import type { Case } from './compare.ts';

/** Numbers at which functions change, end, or are hard to compute. */
const EDGES = [
  ...[NaN, Infinity, -Infinity, 0, -0, 1, -1, 2, -2, 0.5, -0.5, 1.5, -1.5, 2.5, -2.5, 3.5, 6.5],
  ...[1e-3, -1e-3, 1e-6, -1e-6, 1e-12, -1e-12, 1e-30, -1e-30, 0.999, -0.999],
  ...[13.5, -13.5, 14.5, -14.5, 20, -20, 88.5, -88.5, 89, -89, 105, -105],
  ...[1000, -1000, 16777216, -16777216, 1e10, -1e10, 1e30, -1e30, 3e38, -3e38],
];
const INTEGERS = [0, 1, -1, 2, -2, 3, 7, -7, 10, -10, 100, -100];
const FEW = [NaN, Infinity, -Infinity, 0, -0, 1, -1, 0.5, -0.5, 2, -2, 3, -7.25, 1e10, -1e30];
const FEW_INTEGERS = [0, 1, -1, 2, -2, 3, -3, 7, -7, 100];

type Shape = readonly number[];

const SHAPES: readonly Shape[] = [
  ...[[], [1], [7], [2, 3], [2, 1, 3], [2, 1, 2, 2], [1, 2, 1, 3, 2], [2, 1, 2, 1, 3, 1]],
  ...[[0], [2, 0, 3]],
];

/** Shapes that are broadcast to one. */
const PAIRS = [
  ...['[] []', '[] [3]', '[3] []', '[1] [4]', '[2,1] [3]', '[3] [2,1]', '[2,3] [2,3]'],
  ...['[4,1,3] [2,1]', '[1,2,1,3] [2,1,4,1]', '[2,1,2,1,2] [2]', '[2,1,2,1,2,1] [1,3,1,2,1,2]'],
  ...['[0] [1]', '[2,0] [1]', '[1] [0,3]', '[0,3] [1,3]'],
].map((pair) => pair.split(' ').map((shape) => JSON.parse(shape) as Shape));

/** Runs a kernel as TensorFlow.js's operations do, without their checks and conversions. */
export function runKernel(
  name: string,
  inputs: Readonly<Record<string, Tensor>> | readonly Tensor[],
  attributes: object = {}
): Tensor {
  return engine().runKernel(name, inputs as NamedTensorMap, attributes as NamedAttrMap);
}

/** A tensor of a shape with different values of both signs, which begin at different ones for each `from`. */
export function sample(shape: Shape, dtype: DataType = 'float32', from = 0): Tensor {
  const size = shape.reduce((product, length) => product * length, 1);
  const values = Array.from({ length: size }, (_, i) => ((7 * (i + from)) % 11) - 4);
  if (dtype === 'bool')
    return tensor(
      values.map((v) => Math.abs(v) % 2),
      [...shape],
      dtype
    );
  return tensor(dtype === 'int32' ? values : values.map((v) => 0.37 * v), [...shape], dtype);
}

interface Unary {
  readonly attributes?: object;
  readonly integers?: readonly number[];
}

/** Cases of a kernel of one operand `x`. */
export function unaryCases(
  kernel: string,
  { attributes = {}, integers = INTEGERS }: Unary = {}
): Case[] {
  const suffix = Object.keys(attributes).length > 0 ? `, ${JSON.stringify(attributes)}` : '';
  const of = (name: string, operand: () => Tensor): Case => ({
    name: name + suffix,
    run: () => runKernel(kernel, { x: operand() }, attributes),
  });
  return [
    of('edge values', () => tensor(EDGES)),
    of('numbers from −20 to 20', () => tensor(steps(401, 0.1))),
    of('numbers near 0', () => tensor(steps(101, 1e-5))),
    of('int32', () => tensor([...integers], undefined, 'int32')),
    of('bool', () => tensor([0, 1, 1, 0], undefined, 'bool')),
    of('waiting operand', () => mul(linspace(-1, 1, 9), 3)),
    {
      name: `shapes${suffix}`,
      run: () => SHAPES.map((shape) => runKernel(kernel, { x: sample(shape) }, attributes)),
    },
    of('empty int32', () => tensor([], [0, 2], 'int32')),
    // The first is built into the graph, the next ones are fed to the same graph.
    ...[0.3, 0.7, NaN].map((x) => of(`number ${x}`, () => tensor([x], [1, 1, 1]))),
  ];
}

function steps(count: number, step: number): Float32Array {
  return Float32Array.from({ length: count }, (_, i) => (i - (count - 1) / 2) * step);
}

interface Binary {
  readonly names?: readonly [string, string];
  readonly dtypes?: readonly DataType[];
  readonly values?: readonly number[];
  readonly integers?: readonly number[];
}

/** Cases of a kernel of two operands of one type. */
export function binaryCases(kernel: string, options: Binary = {}): Case[] {
  const { names = ['a', 'b'], dtypes = ['float32', 'int32', 'bool'] } = options;
  const { values = FEW, integers = FEW_INTEGERS } = options;
  const run = (a: Tensor, b: Tensor): Tensor => runKernel(kernel, { [names[0]]: a, [names[1]]: b });
  return dtypes.flatMap((dtype) => {
    const edges = { float32: values, int32: integers }[dtype as string] ?? [0, 1];
    return [
      { name: `${dtype}: edge values`, run: () => run(...allPairs(edges, dtype)) },
      {
        name: `${dtype}: shapes`,
        run: () => PAIRS.map(([a, b]) => run(sample(a, dtype), sample(b, dtype, 5))),
      },
      ...numberCases(dtype, run),
    ];
  });
}

/** A number is built into the graph; when it changes, it is fed to the same graph. */
function numberCases(dtype: DataType, run: (a: Tensor, b: Tensor) => Tensor): Case[] {
  const numbers = { float32: [2, 0.5, 0, NaN, 2], int32: [2, 3, 0, 2] }[dtype as string] ?? [1, 0];
  return numbers.flatMap((number, time) => [
    {
      name: `${dtype}: others with the number ${number}, time ${time}`,
      run: () => run(tensor([1, 0, 1, 1], [4], dtype), tensor([number], [], dtype)),
    },
    {
      name: `${dtype}: the number ${number} with others, time ${time}`,
      run: () => run(tensor([number], [], dtype), tensor([1, 0, 1], [1, 3], dtype)),
    },
  ]);
}

function allPairs(values: readonly number[], dtype: DataType): [Tensor, Tensor] {
  const a = values.flatMap((value) => values.map(() => value));
  const b = values.flatMap(() => values);
  return [tensor(a, undefined, dtype), tensor(b, undefined, dtype)];
}
