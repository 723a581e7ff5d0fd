import { add, sqrt, square, sub } from '@tensorflow/tfjs-core';
import type { Tensor1D } from '@tensorflow/tfjs-core';

/** The arithmetic that the kinematic completion needs, for one kind of column. */
export interface ColumnArithmetic<Column> {
  /** a − b. */
  subtract(a: Column, b: Column): Column;
  /** √(m² + px² + py² + pz²). */
  energy(m: number, px: Column, py: Column, pz: Column): Column;
}

/** Float32 tensors of shape [n], with gradients: what the loss is made of. */
export const tensorColumns: ColumnArithmetic<Tensor1D> = {
  subtract: (a, b) => sub(a, b),
  energy(m, px, py, pz) {
    const momentumSquared = add(add(square(px), square(py)), square(pz));
    // A massless particle at rest would have an infinite slope: never below (10⁻⁶ of the scale)².
    return sqrt(add(momentumSquared, Math.max(m * m, 1e-12)));
  },
};

/** Float64 arrays of length n: what results are written from. */
export const float64Columns: ColumnArithmetic<Float64Array> = {
  subtract: (a, b) => a.map((value, i) => value - b[i]),
  energy: (m, px, py, pz) => px.map((x, i) => Math.sqrt(m * m + x * x + py[i] ** 2 + pz[i] ** 2)),
};
