import type { RunningSums } from '../spectrum/running-sums.ts';

/** A window cut at a trial endpoint; numbers of edges of the spectrum, low < at < high. */
export interface Cut {
  readonly low: number;
  readonly at: number;
  readonly high: number;
}

/** The content of a window in cells that shrink towards a trial endpoint. */
export interface Cells {
  /** Number of cells with any content, those below the endpoint first. */
  length: number;
  /** Number of those below the endpoint. */
  below: number;
  /** Σw of each cell. */
  readonly weight: Float64Array;
  /** Where its content lies on average: from −1 at the lower end over 0 at the endpoint to 1 at the upper end. */
  readonly position: Float64Array;
}

/** Cells on either side: a density that bends over the window costs 1e-4 of an event each. */
const BELOW = 40;
const ABOVE = 24;

/** Room for the cells of one window. */
export function emptyCells(): Cells {
  const n = BELOW + ABOVE;
  return { length: 0, below: 0, weight: new Float64Array(n), position: new Float64Array(n) };
}

/**
 * Sums the content of a window in cells whose widths fall linearly towards the endpoint.
 *
 * Next to the endpoint, where a density may vanish, a cell must hold few events: its content is taken
 * for so many events at its mean position.
 *
 * @param sums Running sums of the spectrum.
 * @param cut The window and the trial endpoint.
 * @param out Receives the cells.
 */
export function fillCells(sums: RunningSums, cut: Cut, out: Cells): void {
  const { low, at, high } = cut;
  out.length = 0;
  let from = low;
  for (let k = BELOW - 1; k >= 0; --k) {
    const to = at - Math.round((at - low) * (k / BELOW) ** 2);
    addCell(sums, cut, from, to, out);
    from = to;
  }
  out.below = out.length;
  for (let k = 1; k <= ABOVE; ++k) {
    const to = at + Math.round((high - at) * (k / ABOVE) ** 2);
    addCell(sums, cut, from, to, out);
    from = to;
  }
}

function addCell(
  { weight, moment, binWidth }: RunningSums,
  { low, at, high }: Cut,
  from: number,
  to: number,
  out: Cells
): void {
  const w = weight[to] - weight[from];
  if (to <= from || w === 0) return;
  const mean = (moment[to] - moment[from]) / w / binWidth;
  // Weights of both signs may put the mean anywhere.
  const edge = mean >= from && mean <= to ? mean : (from + to) / 2;
  out.weight[out.length] = w;
  out.position[out.length++] = edge < at ? (edge - at) / (at - low) : (edge - at) / (high - at);
}
