import { smearedRamp, smearedRoot } from './smeared-powers.ts';

/** A kink and how well it is described. */
export interface Kink {
  /** Where it is. */
  readonly at: number;
  /** σ of the Gaussian that smears it. */
  readonly sigma: number;
  /** Sum of squared residuals. */
  readonly residual: number;
}

/** A kink tried, with an orthonormal basis of what a profile with it can be. */
interface Candidate {
  readonly at: number;
  readonly sigma: number;
  readonly basis: readonly Float64Array[];
}

/** Trial widths: the first in steps of the axis, and the factor from one to the next. */
const LEAST_SIGMA = 0.25;
const FACTOR = 1.5;
const SIGMAS = 9;

/** Trial positions per step of the axis. */
const PER_STEP = 2;

/** Points that must lie on either side of a kink. */
const MARGIN = 4;

/**
 * Finds kinks in profiles over one axis: a steep rise that bends into a gentle slope.
 *
 *     f = [c₀ − c₁ √(x₀ − x)₊ + c₂ (x₀ − x)₊ + c₃ (x − x₀)₊] ∗ Gaussian(σ),   c₁ > 0
 *
 * Least squares: linear in c, by trial in x₀ and σ. What depends on the axis alone is prepared once,
 * so that a bootstrap costs 0.1 ms a profile.
 *
 * The root is what a boundary of phase space looks like: the regions of trial masses that single
 * events allow end at the true masses with a density 1/√distance.
 */
export class KinkFit {
  readonly #candidates: Candidate[] = [];

  /** @param x Even steps, rising: 9 or more. */
  constructor(x: Float64Array) {
    const step = x[1] - x[0];
    for (let s = 0; s < SIGMAS; ++s) {
      const sigma = LEAST_SIGMA * FACTOR ** s * step;
      for (let k = MARGIN * PER_STEP; k <= (x.length - 1 - MARGIN) * PER_STEP; ++k) {
        const at = x[0] + (k / PER_STEP) * step;
        this.#candidates.push({ at, sigma, basis: basisOf(x, at, sigma) });
      }
    }
  }

  /**
   * Fits a profile.
   *
   * @param f Its values: one for each of the axis.
   * @returns The kink; undefined if nowhere a rise bends.
   */
  fit(f: Float64Array): Kink | undefined {
    const residuals = this.#candidates.map(({ basis }) => residualOf(f, basis));
    let best = 0;
    residuals.forEach((residual, k) => {
      if (residual < residuals[best]) best = k;
    });
    if (!(residuals[best] < Infinity)) return undefined;
    const { at, sigma } = this.#candidates[best];
    const aside = (step: number): number =>
      this.#candidates[best + step]?.sigma === sigma ? residuals[best + step] : Infinity;
    const [left, right] = [aside(-1), aside(1)];
    const bend = left + right - 2 * residuals[best];
    // The vertex of the parabola through three trial positions.
    const shift = bend > 0 && bend < Infinity ? (0.5 * (left - right)) / bend : 0;
    const spacing = Math.abs(
      (this.#candidates[1] ?? this.#candidates[0]).at - this.#candidates[0].at
    );
    return { at: at + shift * spacing, sigma, residual: residuals[best] };
  }
}

function basisOf(x: Float64Array, at: number, sigma: number): Float64Array[] {
  const columns = [
    x.map(() => 1),
    x.map((value) => smearedRamp((at - value) / sigma)),
    x.map((value) => smearedRamp((value - at) / sigma)),
    x.map((value) => -smearedRoot((at - value) / sigma)),
  ];
  return orthonormal(columns);
}

/** Gram–Schmidt, twice for the sake of rounding. */
function orthonormal(columns: Float64Array[]): Float64Array[] {
  const done: Float64Array[] = [];
  for (const column of columns) {
    for (const other of [...done, ...done]) {
      const along = dot(column, other);
      column.forEach((_, k) => (column[k] -= along * other[k]));
    }
    const norm = Math.sqrt(dot(column, column));
    done.push(column.map((value) => value / norm));
  }
  return done;
}

/** |f|² less its share in the basis; infinite if the root would rise. */
function residualOf(f: Float64Array, basis: readonly Float64Array[]): number {
  const shares = basis.map((column) => dot(f, column));
  if (!(shares[shares.length - 1] > 0)) return Infinity;
  return dot(f, f) - shares.reduce((sum, share) => sum + share * share, 0);
}

function dot(one: Float64Array, two: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < one.length; ++k) sum += one[k] * two[k];
  return sum;
}
