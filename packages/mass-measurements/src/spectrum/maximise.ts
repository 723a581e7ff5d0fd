/** A density that is a sum of n basis functions with coefficients of 0 or more, seen at m places. */
export interface LinearDensity {
  /** Number of basis functions. */
  readonly terms: number;
  /** Integral of each basis function over the window. */
  readonly areas: Float64Array;
  /** Value of basis function j at place i: at `i * terms + j`. */
  readonly values: Float64Array;
  /** Σw at each place. */
  readonly weights: Float64Array;
  /** Number of places in use. */
  places: number;
}

/** More steps than any of the densities has needed. */
const STEPS = 60;

/** A step that gains less than this logarithm of the likelihood is the last. */
const GAIN = 1e-7;

/** No density has more terms. */
const MOST = 5;

const gradient = new Float64Array(MOST);
const direction = new Float64Array(MOST);
/** Entry (j, k) stands at `MOST * j + k`. */
const matrix = new Float64Array(MOST * MOST);
const trial = new Float64Array(MOST);
const free = new Uint8Array(MOST);

/**
 * The largest extended likelihood of a density with coefficients u_j ≥ 0, by projected Newton steps.
 *
 *     ln L = Σ_i w_i ln f_i − Σ_j u_j Φ_j,   f_i = Σ_j u_j φ_j(x_i),   Φ_j = ∫ φ_j
 *
 * Concave where no weight is negative; of negative ones the curvature is counted as if they were
 * positive, so that every step still goes uphill.
 *
 * @param density Basis functions and contents, five terms at most.
 * @param u Start, all positive; receives the coefficients of the maximum.
 * @returns ln L at the maximum; 0, with u = 0, if the weights do not sum to a positive number.
 */
export function maximise(density: LinearDensity, u: Float64Array): number {
  const { terms, places, weights } = density;
  let total = 0;
  for (let i = 0; i < places; ++i) total += weights[i];
  if (!(total > 0)) {
    u.fill(0, 0, terms);
    return 0;
  }
  normalise(density, u, total);
  let best = logLikelihood(density, u);
  for (let step = 0; step < STEPS; ++step) {
    derivatives(density, u);
    solve(terms);
    const reached = search(density, u, best);
    if (!(reached > best)) break;
    const gain = reached - best;
    best = reached;
    if (gain < GAIN) break;
  }
  return best;
}

/** Scales the start to the content, and keeps it off the walls. */
function normalise({ terms, areas }: LinearDensity, u: Float64Array, total: number): void {
  let area = 0;
  let sum = 0;
  for (let j = 0; j < terms; ++j) {
    area += areas[j];
    sum += u[j] * areas[j];
  }
  for (let j = 0; j < terms; ++j) {
    u[j] = 0.95 * (sum > 0 ? (u[j] * total) / sum : 0) + (sum > 0 ? 0.05 : 1) * (total / area);
  }
}

function valueAt({ terms, values }: LinearDensity, u: Float64Array, i: number): number {
  let f = 0;
  for (let j = 0; j < terms; ++j) f += u[j] * values[i * terms + j];
  return f;
}

function logLikelihood(density: LinearDensity, u: Float64Array): number {
  const { terms, areas, weights, places } = density;
  let sum = 0;
  for (let i = 0; i < places; ++i) sum += weights[i] * Math.log(valueAt(density, u, i));
  for (let j = 0; j < terms; ++j) sum -= u[j] * areas[j];
  return Number.isNaN(sum) ? -Infinity : sum;
}

function derivatives(density: LinearDensity, u: Float64Array): void {
  const { terms, areas, values, weights, places } = density;
  matrix.fill(0);
  for (let j = 0; j < terms; ++j) gradient[j] = -areas[j];
  for (let i = 0; i < places; ++i) {
    const f = valueAt(density, u, i);
    const slope = weights[i] / f;
    const curvature = Math.abs(slope) / f;
    for (let j = 0; j < terms; ++j) {
      const value = values[i * terms + j];
      gradient[j] += slope * value;
      for (let k = 0; k <= j; ++k)
        matrix[MOST * j + k] += curvature * value * values[i * terms + k];
    }
  }
  for (let j = 0; j < terms; ++j) free[j] = u[j] > 0 || gradient[j] > 0 ? 1 : 0;
}

/** Newton's direction in the coefficients that are free to move, by Cholesky's factors in place. */
function solve(terms: number): void {
  let trace = 0;
  for (let j = 0; j < terms; ++j) if (free[j] === 1) trace += matrix[(MOST + 1) * j];
  for (let j = 0; j < terms; ++j) {
    direction[j] = free[j] === 1 ? gradient[j] : 0;
    for (let k = 0; k <= j; ++k) {
      const fixed = free[j] === 0 || free[k] === 0;
      let sum = fixed ? (j === k ? 1 : 0) : matrix[MOST * j + k];
      // A little of the trace, for basis functions that the contents cannot tell apart.
      if (j === k && !fixed) sum += 1e-12 * trace;
      for (let l = 0; l < k; ++l) sum -= matrix[MOST * j + l] * matrix[MOST * k + l];
      matrix[MOST * j + k] =
        j === k ? Math.sqrt(Math.max(sum, 1e-300)) : sum / matrix[(MOST + 1) * k];
    }
    for (let l = 0; l < j; ++l) direction[j] -= matrix[MOST * j + l] * direction[l];
    direction[j] /= matrix[(MOST + 1) * j];
  }
  for (let j = terms - 1; j >= 0; --j) {
    for (let l = j + 1; l < terms; ++l) direction[j] -= matrix[MOST * l + j] * direction[l];
    direction[j] /= matrix[(MOST + 1) * j];
  }
}

/** The first of ever shorter steps, clipped at 0, that goes uphill. */
function search(density: LinearDensity, u: Float64Array, best: number): number {
  const { terms } = density;
  for (let length = 1; length > 1e-6; length *= 0.4) {
    for (let j = 0; j < terms; ++j) trial[j] = Math.max(0, u[j] + length * direction[j]);
    const reached = logLikelihood(density, trial);
    if (reached > best) {
      u.set(trial.subarray(0, terms));
      return reached;
    }
  }
  return best;
}
