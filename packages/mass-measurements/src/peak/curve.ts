import type { Cells } from './cells.ts';
import { solve } from '../algebra/eliminate.ts';

/** Coefficients of the exponent, a polynomial of the fourth degree. */
export const TERMS = 5;

/** More steps than any peak has needed. */
const STEPS = 40;

/** A step that gains less than this part of an event is the last. */
const GAIN = 1e-8;

/** A curve, and the information that its cells have about it. */
export interface Curve {
  /** c₀ … c₄. */
  readonly coefficients: readonly number[];
  /** I_jk = Σ s^{j+k} f, for a sum of weights. */
  readonly information: readonly (readonly number[])[];
}

/**
 * The curve of the largest extended likelihood, by Newton steps.
 *
 *     f(s) = exp(c₀ + c₁s + … + c₄s⁴),   ln L = Σ_i W_i ln f(s_i) − Σ_i f(s_i) Δ_i
 *
 * ln L is concave whatever the signs of the weights, so that every start leads to its only maximum.
 *
 * @param cells Cells of a window.
 * @param weights Their contents W, or a replica of them.
 * @param start Coefficients to start from; a flat curve if omitted.
 * @returns The curve: Σw per unit of s, −1 to 1 over the window.
 */
export function fitCurve(cells: Cells, weights: Float64Array, start?: readonly number[]): Curve {
  const total = weights.reduce((sum, w) => sum + w, 0);
  let c = [...(start ?? [Math.log(total / 2), ...new Array<number>(TERMS - 1).fill(0)])];
  let best = expand(cells, weights, c);
  for (let k = 0; k < STEPS; ++k) {
    const step = solve(best.information, best.gradient);
    const next = uphill(cells, weights, c, step, best.logLikelihood);
    if (next === undefined) break;
    const gain = next.logLikelihood - best.logLikelihood;
    c = next.coefficients;
    best = next;
    if (gain < GAIN * total) break;
  }
  return { coefficients: c, information: best.information };
}

interface Expansion extends Curve {
  readonly coefficients: number[];
  readonly logLikelihood: number;
  readonly gradient: number[];
}

function uphill(
  cells: Cells,
  weights: Float64Array,
  c: readonly number[],
  step: readonly number[],
  reached: number
): Expansion | undefined {
  for (let length = 1; length > 1e-4; length /= 2) {
    const trial = c.map((value, j) => value + length * step[j]);
    const next = expand(cells, weights, trial);
    if (next.logLikelihood > reached) return next;
  }
  return undefined;
}

/** ln L with its first and second derivatives. */
function expand({ place, width }: Cells, weights: Float64Array, coefficients: number[]): Expansion {
  const moments = new Float64Array(2 * TERMS - 1);
  const gradient = new Array<number>(TERMS).fill(0);
  let logLikelihood = 0;
  for (let i = 0; i < place.length; ++i) {
    const s = place[i];
    let exponent = 0;
    for (let j = TERMS - 1; j >= 0; --j) exponent = exponent * s + coefficients[j];
    const area = Math.exp(exponent) * width[i];
    logLikelihood += weights[i] * exponent - area;
    let power = 1;
    for (let j = 0; j < moments.length; ++j) {
      moments[j] += area * power;
      if (j < TERMS) gradient[j] += (weights[i] - area) * power;
      power *= s;
    }
  }
  const information = gradient.map((_, j) => gradient.map((_, k) => moments[j + k]));
  return { coefficients, information, logLikelihood, gradient };
}

/** The exponent of a curve and its first two derivatives at s. */
export function exponentAt(
  { coefficients }: Curve,
  s: number
): readonly [value: number, slope: number, bend: number] {
  let [value, slope, half] = [0, 0, 0];
  for (let j = coefficients.length - 1; j >= 0; --j) {
    half = half * s + slope;
    slope = slope * s + value;
    value = value * s + coefficients[j];
  }
  return [value, slope, 2 * half];
}
