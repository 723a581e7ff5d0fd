import { dot, subtract } from './least-squares.ts';

/** Share of a column that must be new: what is nearly a sum of others would get huge coefficients. */
const NEW = 1e-7;

/**
 * Chooses the columns that describe a target best, one after the other.
 *
 * Each next one is that which leaves least, with the coefficients of all before fitted again: forward
 * selection with orthogonalised columns.
 *
 * @param columns Candidates at n points.
 * @param target What is to be described: n points.
 * @param weights 0 or more: n points.
 * @param given Indices of candidates that are taken first.
 * @param count How many to choose, those included.
 * @returns Indices, in the order of choice; fewer if the others are nearly sums of these.
 * @see S. Chen, S. A. Billings, W. Luo, Int. J. Control 50 (1989) 1873
 */
export function chooseColumns(
  columns: readonly Float64Array[],
  target: Float64Array,
  weights: Float64Array,
  given: readonly number[],
  count: number
): readonly number[] {
  const roots = weights.map(Math.sqrt);
  const weighted = columns.map((column) => unit(column.map((x, i) => x * roots[i])));
  const wanted = target.map((x, i) => x * roots[i]);
  // Of each candidate's part that is orthogonal to all chosen: squared length, product with the target.
  const lengths = weighted.map(() => 1);
  const products = weighted.map((column) => dot(column, wanted));
  const directions: Float64Array[] = [];
  const chosen: number[] = [];
  while (chosen.length < count) {
    const next = given[chosen.length] ?? best(lengths, products);
    if (next < 0) break;
    const direction = orthogonal(weighted[next], directions);
    const taken = dot(direction, wanted);
    weighted.forEach((column, k) => {
      const share = dot(direction, column);
      lengths[k] -= share * share;
      products[k] -= share * taken;
    });
    lengths[next] = 0;
    directions.push(direction);
    chosen.push(next);
  }
  return chosen;
}

/** Index of the candidate that takes most of what is left; −1 if none is new. */
function best(lengths: readonly number[], products: readonly number[]): number {
  const gains = lengths.map((length, k) => (length < NEW ? -1 : products[k] ** 2 / length));
  const most = Math.max(...gains);
  return most < 0 ? -1 : gains.indexOf(most);
}

/** The part of a column that is orthogonal to others, of length 1. */
function orthogonal(column: Float64Array, others: readonly Float64Array[]): Float64Array {
  const rest = column.slice();
  // Once more, for what rounding leaves the first time.
  for (const other of [...others, ...others]) subtract(rest, dot(rest, other), other);
  return unit(rest);
}

function unit(column: Float64Array): Float64Array {
  const scale = 1 / Math.sqrt(dot(column, column));
  return column.map((x) => x * scale);
}
