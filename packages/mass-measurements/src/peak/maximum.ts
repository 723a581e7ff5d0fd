import { exponentAt } from './curve.ts';
import type { Curve } from './curve.ts';
import { solve } from '../algebra/eliminate.ts';

/** Steps over half the window, each short of any maximum's width. */
const STEPS = 16;

/** Halvings of the steps in which the slope changes its sign: 1e-6 of the window. */
const HALVINGS = 16;

/**
 * Where a curve is highest.
 *
 * @param curve The curve.
 * @returns The place in the window, −1 to 1; an end where it is highest there.
 */
export function highestPlace(curve: Curve): number {
  let [best, top] = [-1, -Infinity];
  for (let k = -STEPS; k <= STEPS; ++k) {
    const [value] = exponentAt(curve, k / STEPS);
    if (value > top) [best, top] = [k / STEPS, value];
  }
  return refined(curve, best);
}

/**
 * The maximum that lies uphill from a place: a curve may rise again at an end of the window.
 *
 * @param curve The curve.
 * @param start The place, −1 to 1.
 * @returns The place of the maximum; an end where nothing stops the rise.
 */
export function uphillPlace(curve: Curve, start: number): number {
  const direction = exponentAt(curve, start)[1] > 0 ? 1 : -1;
  let place = start;
  while (Math.abs(place) < 1 && direction * exponentAt(curve, place)[1] > 0) {
    place = Math.max(-1, Math.min(1, place + direction / STEPS));
  }
  return refined(curve, place);
}

/** The zero of the slope within a step of a place; the place itself where it has none. */
function refined(curve: Curve, place: number): number {
  let [low, high] = [Math.max(-1, place - 1 / STEPS), Math.min(1, place + 1 / STEPS)];
  if (exponentAt(curve, low)[1] <= 0 || exponentAt(curve, high)[1] >= 0) return place;
  for (let k = 0; k < HALVINGS; ++k) {
    const middle = (low + high) / 2;
    if (exponentAt(curve, middle)[1] > 0) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/**
 * The standard deviation of the place of a maximum, from the curvature of the likelihood.
 *
 *     σ² = w gᵀ I⁻¹ g / p″(s)²,   g_j = j s^{j−1},   p the exponent
 *
 * @param curve The curve of the largest likelihood.
 * @param at Its maximum, −1 to 1.
 * @param weight Weight w of a typical event.
 */
export function placeError(curve: Curve, at: number, weight: number): number {
  const slopes = curve.coefficients.map((_, j) => (j === 0 ? 0 : j * at ** (j - 1)));
  const solved = solve(curve.information, slopes);
  const variance = weight * slopes.reduce((sum, g, j) => sum + g * solved[j], 0);
  return Math.sqrt(Math.max(0, variance)) / Math.abs(exponentAt(curve, at)[2]);
}
