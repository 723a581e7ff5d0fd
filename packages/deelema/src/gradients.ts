import {
  add,
  broadcast_util,
  cast,
  div,
  getGradient,
  greater,
  greaterEqual,
  lessEqual,
  less,
  minimum,
  mul,
  neg,
  ones,
  registerGradient,
  reshape,
  sign,
  stack,
  sub,
  sum,
  util,
} from '@tensorflow/tfjs-core';
import type { GradConfig, Tensor } from '@tensorflow/tfjs-core';

// tfjs-core leaves gradients out of the file that Node loads, and the imports of the file that
// registers them (dist/register_all_gradients.js) do not resolve in Node. So the derivatives of this
// package's operations stand here; those registered already are left alone.

/** dy · ∂y/∂a, before the sum over what was broadcast. */
type Adjoint = (dy: Tensor, a: Tensor, b: Tensor) => Tensor;

binary('Add', {
  a: (dy) => dy,
  b: (dy) => dy,
});
binary('Sub', {
  a: (dy) => dy,
  b: (dy) => neg(dy),
});
binary('Multiply', {
  a: (dy, _a, b) => mul(dy, b),
  b: (dy, a) => mul(dy, a),
});
binary('RealDiv', {
  a: (dy, _a, b) => div(dy, b),
  b: (dy, a, b) => neg(mul(dy, div(a, mul(b, b)))),
});
binary('SquaredDifference', {
  a: (dy, a, b) => mul(dy, mul(sub(a, b), 2)),
  b: (dy, a, b) => mul(dy, mul(sub(b, a), 2)),
});
// On a tie the first operand takes the whole derivative.
binary('Maximum', {
  a: (dy, a, b) => mul(dy, indicator(greaterEqual(a, b))),
  b: (dy, a, b) => mul(dy, indicator(less(a, b))),
});
binary('Minimum', {
  a: (dy, a, b) => mul(dy, indicator(lessEqual(a, b))),
  b: (dy, a, b) => mul(dy, indicator(greater(a, b))),
});

unary('Exp', 'output', (dy, y) => mul(dy, y));
unary('Log', 'input', (dy, x) => div(dy, x));
unary('Reshape', 'input', (dy, x) => reshape(dy, x.shape));
unary('Identity', 'input', (dy) => add(dy, 0));
unary('Neg', 'input', (dy) => neg(dy));
unary('Abs', 'input', (dy, x) => mul(dy, sign(x)));
unary('Square', 'input', (dy, x) => mul(dy, mul(x, 2)));
unary('Sqrt', 'output', (dy, y) => mul(dy, div(0.5, y)));
unary('Elu', 'output', (dy, y) => mul(dy, minimum(add(y, 1), 1)));

reduction('Sum', () => 1);
reduction('Mean', (summed) => 1 / summed);

register({
  kernelName: 'Unpack',
  gradFunc: (dy, _saved, { axis }) => ({ value: () => stack(dy as Tensor[], axis as number) }),
});

register({
  kernelName: 'ClipByValue',
  inputsToSave: ['x'],
  gradFunc: (dy, [x], { clipValueMin, clipValueMax }) => {
    const inside = mul(
      indicator(greaterEqual(x, clipValueMin as number)),
      indicator(lessEqual(x, clipValueMax as number))
    );
    return { x: () => mul(dy as Tensor, inside) };
  },
});

function register(config: GradConfig): void {
  if ((getGradient(config.kernelName) as GradConfig | undefined) === undefined) {
    registerGradient(config);
  }
}

function binary(kernelName: string, adjoints: { a: Adjoint; b: Adjoint }): void {
  register({
    kernelName,
    inputsToSave: ['a', 'b'],
    gradFunc: (dy, [a, b]) => ({
      a: () => sumTo(adjoints.a(dy as Tensor, a, b), a.shape),
      b: () => sumTo(adjoints.b(dy as Tensor, a, b), b.shape),
    }),
  });
}

function unary(
  kernelName: string,
  needs: 'input' | 'output',
  adjoint: (dy: Tensor, saved: Tensor) => Tensor
): void {
  register({
    kernelName,
    ...(needs === 'input' ? { inputsToSave: ['x'] } : { outputsToSave: [true] }),
    gradFunc: (dy, [saved]) => ({ x: () => adjoint(dy as Tensor, saved) }),
  });
}

/** `factor` of the number of values that went into each output. */
function reduction(kernelName: string, factor: (summed: number) => number): void {
  register({
    kernelName,
    inputsToSave: ['x'],
    gradFunc(dy, [x], { axis }) {
      const axes = util.parseAxisParam(axis as number | number[], x.shape);
      const kept = x.shape.map((size, dimension) => (axes.includes(dimension) ? 1 : size));
      const summed = axes.reduce((product, dimension) => product * x.shape[dimension], 1);
      const each = (): Tensor => mul(reshape(dy as Tensor, kept), factor(summed));
      return { x: () => mul(ones(x.shape), each()) };
    },
  });
}

function indicator(condition: Tensor): Tensor {
  return cast(condition, 'float32');
}

function sumTo(gradient: Tensor, shape: number[]): Tensor {
  const axes = broadcast_util.getReductionAxes(shape, gradient.shape);
  return reshape(axes.length === 0 ? gradient : sum(gradient, axes), shape);
}
