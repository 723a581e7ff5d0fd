/** The unit cube, cut into boxes along three coordinates. */
export interface Cells {
  /** Rising edges from 0 to 1, by coordinate. */
  readonly edges: readonly [Float64Array, Float64Array, Float64Array];
  /** Number of boxes; number (i₁ · n₂ + i₂) · n₃ + i₃ is the box i₁, i₂, i₃. */
  readonly count: number;
}

/** How many boxes there are along each coordinate. */
export type Divisions = readonly [number, number, number];

/** Points at which a density is looked at along each coordinate, to place the edges. */
const LOOKS: Divisions = [96, 32, 12];

/**
 * Cuts the unit cube where a density changes fast.
 *
 *     ∫ √p dx alike in all slices of a coordinate,   p the integral over the other two
 *
 * This gives the least excess of the boxes' maxima over an exponential p for a given number of boxes.
 *
 * @param density Any density on the cube, up to a factor.
 * @param divisions How many slices to make of each coordinate.
 * @throws RangeError if the density is nowhere above 0.
 */
export function cutIntoCells(
  density: (x1: number, x2: number, x3: number) => number,
  divisions: Divisions
): Cells {
  const marginals = LOOKS.map((n) => new Float64Array(n));
  for (let i = 0; i < LOOKS[0]; ++i) {
    for (let j = 0; j < LOOKS[1]; ++j) {
      for (let k = 0; k < LOOKS[2]; ++k) {
        const p = density((i + 0.5) / LOOKS[0], (j + 0.5) / LOOKS[1], (k + 0.5) / LOOKS[2]);
        marginals[0][i] += p;
        marginals[1][j] += p;
        marginals[2][k] += p;
      }
    }
  }
  const [first, second, third] = marginals.map((p, axis) => edgesOf(p, divisions[axis]));
  const count = divisions[0] * divisions[1] * divisions[2];
  return { edges: [first, second, third], count };
}

/** Least √p that counts, in units of the largest: keeps slices in the tails from growing too wide. */
const FLOOR = 0.02;

function edgesOf(marginal: Float64Array, slices: number): Float64Array {
  const roots = marginal.map(Math.sqrt);
  const largest = Math.max(...roots);
  if (!(largest > 0)) {
    throw new RangeError(`cutIntoCells: the density is ${largest} at most, expected more than 0.`);
  }
  const steps = roots.map((root) => Math.max(root, FLOOR * largest));
  const total = steps.reduce((sum, step) => sum + step, 0);
  const edges = new Float64Array(slices + 1);
  let passed = 0;
  let edge = 1;
  steps.forEach((step, i) => {
    for (; edge < slices && passed + step >= (edge * total) / slices; ++edge) {
      edges[edge] = (i + ((edge * total) / slices - passed) / step) / steps.length;
    }
    passed += step;
  });
  edges[slices] = 1;
  return edges;
}

/**
 * Calls back for each box with its lower corner and its widths.
 *
 * @param cells The boxes.
 * @param visit Receives the box's number, its corner in `corner` and its widths in `widths`, both
 *  rewritten for the next box.
 */
export function forEachCell(
  { edges: [first, second, third] }: Cells,
  visit: (cell: number, corner: Float64Array, widths: Float64Array) => void
): void {
  const corner = new Float64Array(3);
  const widths = new Float64Array(3);
  const enter = (axis: number, edges: Float64Array, i: number): void => {
    corner[axis] = edges[i];
    widths[axis] = edges[i + 1] - edges[i];
  };
  let cell = 0;
  for (let i = 0; i + 1 < first.length; ++i) {
    enter(0, first, i);
    for (let j = 0; j + 1 < second.length; ++j) {
      enter(1, second, j);
      for (let k = 0; k + 1 < third.length; ++k) {
        enter(2, third, k);
        visit(cell++, corner, widths);
      }
    }
  }
}
