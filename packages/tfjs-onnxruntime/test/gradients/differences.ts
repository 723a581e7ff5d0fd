import type { Operand } from './case.ts';

/** A function of some arrays of numbers. */
export type Scalar = (operands: readonly Operand[]) => number | Promise<number>;

/** Central differences: offsets in steps and their weights. */
export type Stencil = readonly (readonly [number, number])[];

/** Error of order step². */
export const THREE_POINTS: Stencil = [
  [-1, -1 / 2],
  [1, 1 / 2],
];
/** Error of order step⁴. */
export const FIVE_POINTS: Stencil = [
  [-2, 1 / 12],
  [-1, -2 / 3],
  [1, 2 / 3],
  [2, -1 / 12],
];

/**
 * Derivatives with respect to each element of each operand.
 *
 * @param f The function.
 * @param at The point.
 * @param step Step of the differences.
 * @param stencil Its points.
 * @returns One array per operand.
 */
export async function differences(
  f: Scalar,
  at: readonly Operand[],
  step: number,
  stencil: Stencil
): Promise<number[][]> {
  const derivative = async (operand: number, element: number): Promise<number> => {
    let sum = 0;
    for (const [offset, weight] of stencil) {
      sum += weight * (await f(moved(at, operand, element, offset * step)));
    }
    return sum / step;
  };
  const gradients: number[][] = [];
  for (const [i, { values }] of at.entries()) {
    const gradient: number[] = [];
    for (let j = 0; j < values.length; ++j) gradient.push(await derivative(i, j));
    gradients.push(gradient);
  }
  return gradients;
}

function moved(at: readonly Operand[], operand: number, element: number, by: number): Operand[] {
  return at.map(({ shape, values }, i) => ({
    shape,
    values: i === operand ? values.map((value, j) => (j === element ? value + by : value)) : values,
  }));
}
