import type { Cells, Cut } from './cells.ts';
import { emptyCells, fillCells } from './cells.ts';
import { maximise } from '../spectrum/maximise.ts';
import type { RunningSums } from '../spectrum/running-sums.ts';

/** Coefficients of a cubic, and numbers that an exponential has. */
const CUBIC_PARAMETERS = 4;
const EXPONENTIAL_PARAMETERS = 2;

/** No exponential falls by more over a window, and its steepness is found to 1e-7. */
const STEEPEST = 500;
const HALVINGS = 32;

/**
 * The likelihood of a curve that has no endpoint: a cubic that is nowhere negative, or an exponential.
 *
 *     f(t) = Σ_j u_j B_j(t),   B_j(t) = C(3, j) t^j (1 − t)^{3−j},   u_j ≥ 0;   f(t) ∝ e^{−λt}, λ ≥ 0
 *
 * for 0 ≤ t ≤ 1 over the window.
 *
 * @param sums Running sums of the spectrum.
 * @param cut The window, summed in the same cells as for this endpoint.
 * @param price What ln L must grow by for one more parameter, times the weight of an event.
 * @returns ln L at its maximum less the price of the parameters, of the better curve.
 */
export function smoothWorth(sums: RunningSums, cut: Cut, price: number): number {
  const cells = emptyCells();
  fillCells(sums, cut, cells);
  const places = Float64Array.from({ length: cells.length }, (_, i) =>
    placeInWindow(cells, cut, i)
  );
  const length = cut.high - cut.low;
  return Math.max(
    cubicLogLikelihood(cells.weight, places, length) - price * CUBIC_PARAMETERS,
    exponentialLogLikelihood(cells.weight, places, length) - price * EXPONENTIAL_PARAMETERS
  );
}

function cubicLogLikelihood(weights: Float64Array, places: Float64Array, length: number): number {
  const n = places.length;
  const values = new Float64Array(n * CUBIC_PARAMETERS);
  places.forEach((t, i) => {
    values.set(bernstein(t), i * CUBIC_PARAMETERS);
  });
  const areas = new Float64Array(CUBIC_PARAMETERS).fill(length / CUBIC_PARAMETERS);
  const density = { terms: CUBIC_PARAMETERS, areas, values, weights, places: n };
  return maximise(density, new Float64Array(CUBIC_PARAMETERS).fill(1));
}

/** Its steepness follows from the mean: ⟨t⟩ = 1/λ − 1/(e^λ − 1). */
function exponentialLogLikelihood(
  weights: Float64Array,
  places: Float64Array,
  length: number
): number {
  let [sum, first] = [0, 0];
  places.forEach((t, i) => {
    sum += weights[i];
    first += weights[i] * t;
  });
  if (!(sum > 0)) return 0;
  let [low, high] = [1e-6, STEEPEST];
  for (let k = 0; k < HALVINGS; ++k) {
    const middle = (low + high) / 2;
    if (1 / middle - 1 / Math.expm1(middle) > first / sum) low = middle;
    else high = middle;
  }
  return sum * Math.log((sum * low) / -Math.expm1(-low) / length) - low * first - sum;
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
