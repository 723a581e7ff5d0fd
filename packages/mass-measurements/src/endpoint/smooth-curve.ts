import type { Cells, Cut } from './cells.ts';
import { emptyCells, fillCells } from './cells.ts';
import { maximise } from './maximise.ts';
import type { RunningSums } from './running-sums.ts';

/** Coefficients of a cubic. */
export const CUBIC_PARAMETERS = 4;

/**
 * The likelihood of a curve that has no endpoint: a cubic that is nowhere negative.
 *
 *     f(t) = Σ_j u_j B_j(t),   B_j(t) = C(3, j) t^j (1 − t)^{3−j},   u_j ≥ 0,   0 ≤ t ≤ 1 over the window
 *
 * @param sums Running sums of the spectrum.
 * @param cut The window, summed in the same cells as for this endpoint.
 * @returns ln L at its maximum, to be compared with that of broken lines.
 */
export function smoothLogLikelihood(sums: RunningSums, cut: Cut): number {
  const cells = emptyCells();
  fillCells(sums, cut, cells);
  const n = cells.length;
  const values = new Float64Array(n * CUBIC_PARAMETERS);
  for (let i = 0; i < n; ++i)
    values.set(bernstein(placeInWindow(cells, cut, i)), i * CUBIC_PARAMETERS);
  const areas = new Float64Array(CUBIC_PARAMETERS).fill((cut.high - cut.low) / CUBIC_PARAMETERS);
  const density = { terms: CUBIC_PARAMETERS, areas, values, weights: cells.weight, places: n };
  return maximise(density, new Float64Array(CUBIC_PARAMETERS).fill(1));
}

/** From 0 at the lower end to 1 at the upper end. */
function placeInWindow({ position }: Cells, { low, at, high }: Cut, i: number): number {
  const t = position[i];
  const edge = at + t * (t < 0 ? at - low : high - at);
  return (edge - low) / (high - low);
}

function bernstein(t: number): number[] {
  const s = 1 - t;
  return [s * s * s, 3 * t * s * s, 3 * t * t * s, t * t * t];
}
