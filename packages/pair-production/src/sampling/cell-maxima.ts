import type { Cells } from './cells.ts';
import { POINT, type ProductionWeight } from './production-weight.ts';

/**
 * Largest weight in each box, from its corners and its centre.
 *
 * As smooth as the weight is, it tops what is found by a percent or two at most.
 *
 * @param cells The boxes.
 * @param weight The weight.
 * @param masses Masses of A₁ and A₂ at 0 and 1, GeV.
 * @returns One number per box.
 */
export function cellMaxima(
  { edges, count }: Cells,
  weight: ProductionWeight,
  masses: Float64Array
): Float64Array {
  const corners = weightsOn(edges, weight, masses);
  const centres = weightsOn(edges.map(middles), weight, masses);
  const [inFirst, inSecond, inThird] = edges.map((rising) => rising.length - 1);
  const row = inThird + 1;
  const slice = (inSecond + 1) * row;
  const neighbours = [0, 1, row, row + 1, slice, slice + 1, slice + row, slice + row + 1];
  const largest = new Float64Array(count);
  let cell = 0;
  for (let i = 0; i < inFirst; ++i) {
    for (let j = 0; j < inSecond; ++j) {
      for (let k = 0; k < inThird; ++k) {
        const corner = i * slice + j * row + k;
        let most = centres[cell];
        for (const step of neighbours) most = Math.max(most, corners[corner + step]);
        largest[cell++] = most;
      }
    }
  }
  return largest;
}

function middles(edges: Float64Array): Float64Array {
  return edges.slice(1).map((edge, i) => (edges[i] + edge) / 2);
}

/** Weights on a grid, its last coordinate running fastest. */
function weightsOn(
  [first, second, third]: readonly Float64Array[],
  weight: ProductionWeight,
  masses: Float64Array
): Float64Array {
  const point = new Float64Array(POINT.length);
  const weights = new Float64Array(first.length * second.length * third.length);
  let at = 0;
  for (const q of first) {
    for (const v of second) {
      for (const c of third) {
        point[POINT.q] = q;
        point[POINT.v] = v;
        point[POINT.c] = c;
        weight(point, masses);
        weights[at++] = point[POINT.weight];
      }
    }
  }
  return weights;
}
