/** ln p of all events at given parameters. */
export type LogDensities = (parameters: readonly number[]) => Promise<Float64Array>;

/** The maximum of a sum of logarithms. */
export interface Maximum {
  readonly parameters: readonly number[];
  /** Second derivatives of Σ w ln p there, row by row. */
  readonly hessian: readonly (readonly number[])[];
  /** First derivatives of w ln p of each event: one array per parameter. */
  readonly scores: readonly Float64Array[];
  /** Whether the sum was concave at the last step and that step small. */
  readonly converged: boolean;
  /** Σ w ln p one step before. */
  readonly value: number;
}

/** Distance of the points that the first derivatives are taken from: ln of a gap. */
const FIRST_STEP = 0.02;
/** That of the next ones, in units of the width of ln p of one event: far enough apart for second differences. */
const STEP = 0.1;
const STEPS: readonly [number, number] = [0.005, 0.05];
const MOST_STEPS = 12;
/** A step below this share of the statistical error is the last. */
const SMALL = 0.1;
/** Largest change of a parameter per step. */
const LARGEST = 0.1;
/** A loss of ln p of all events by which a step led downhill: that of one and a half statistical errors. */
const DOWNHILL = 1;
/** What is left of such a step. */
const BACK = 0.3;

/**
 * Maximises Σ w ln p by Newton's method, with derivatives from differences.
 *
 * Where the sum is not concave, −Σ s sᵀ of the scores s takes the place of the second derivatives: equal to them on
 * average if p is the density of the events, and always negative. A step that leads downhill is taken back in part.
 *
 * ln p must be smooth: drawn with the same random numbers at all points.
 *
 * @param logDensities Of n events.
 * @param weights w: n numbers; all 1 if omitted.
 * @param start Near the maximum.
 */
export async function maximise(
  logDensities: LogDensities,
  weights: Float32Array | undefined,
  start: readonly number[]
): Promise<Maximum> {
  let last = { parameters: start, value: -Infinity, step: start.map(() => 0) };
  let parameters = start;
  let apart = start.map(() => FIRST_STEP);
  for (let k = 1; ; ++k) {
    const found = await derivatives(logDensities, weights, parameters, apart);
    const { value, hessian, scores } = found;
    if (value < last.value - DOWNHILL && k < MOST_STEPS) {
      const step = last.step.map((part) => BACK * part);
      last = { ...last, step };
      parameters = last.parameters.map((from, i) => from + step[i]);
      continue;
    }
    apart = scores.map(stepFor);
    const step = newtonStep(found);
    const errors = scores.map((_, i) => Math.sqrt(variance(hessian, scores, i)));
    const small =
      step.concave && step.values.every((value, i) => Math.abs(value) < SMALL * errors[i]);
    last = { parameters, value, step: step.values };
    parameters = parameters.map((from, i) => from + step.values[i]);
    if (small || k === MOST_STEPS) return { parameters, hessian, scores, converged: small, value };
  }
}

async function derivatives(
  logDensities: LogDensities,
  weights: Float32Array | undefined,
  at: readonly number[],
  apart: readonly number[]
) {
  const n = at.length;
  const shifted = (...shifts: readonly (readonly [number, number])[]) => {
    const moved = [...at];
    for (const [i, by] of shifts) moved[i] += by;
    return logDensities(moved);
  };
  const sum = (values: Float64Array): number =>
    values.reduce((total, value, i) => total + value * (weights?.[i] ?? 1), 0);
  const centre = sum(await shifted());
  const up: number[] = [];
  const down: number[] = [];
  const scores: Float64Array[] = [];
  for (let i = 0; i < n; ++i) {
    const above = await shifted([i, apart[i]]);
    const below = await shifted([i, -apart[i]]);
    up.push(sum(above));
    down.push(sum(below));
    scores.push(
      above.map(
        (value, event) => ((value - below[event]) / (2 * apart[i])) * (weights?.[event] ?? 1)
      )
    );
  }
  const hessian = at.map(() => new Array<number>(n).fill(0));
  for (let i = 0; i < n; ++i) {
    hessian[i][i] = (up[i] + down[i] - 2 * centre) / apart[i] ** 2;
    for (let j = 0; j < i; ++j) {
      const both = sum(await shifted([i, apart[i]], [j, apart[j]]));
      const opposite = sum(await shifted([i, -apart[i]], [j, -apart[j]]));
      const mixed = both + opposite + 2 * centre - up[i] - down[i] - up[j] - down[j];
      hessian[i][j] = hessian[j][i] = mixed / (2 * apart[i] * apart[j]);
    }
  }
  const gradient = up.map((value, i) => (value - down[i]) / (2 * apart[i]));
  return { value: centre, gradient, hessian, scores };
}

/** From the scores w ∂ln p of one parameter, which scatter by 1 / width. */
function stepFor(scores: Float64Array): number {
  const square = scores.reduce((sum, score) => sum + score * score, 0) / scores.length;
  const [least, most] = STEPS;
  return Math.min(most, Math.max(least, STEP / Math.sqrt(square)));
}

/** −H⁻¹ g, cut to `LARGEST`; (Σ s sᵀ)⁻¹ g where the sum is not concave. */
function newtonStep({
  gradient,
  hessian,
  scores,
}: Pick<Maximum, 'hessian' | 'scores'> & { readonly gradient: readonly number[] }) {
  const negative = hessian.map((row) => row.map((value) => -value));
  const solution = solvePositive(negative, gradient);
  const values =
    solution ??
    solvePositive(outerProducts(scores), gradient) ??
    gradient.map((slope) => Math.sign(slope) * LARGEST);
  const largest = Math.max(...values.map(Math.abs));
  const cut = Math.min(1, LARGEST / largest);
  return {
    values: values.map((value) => value * cut),
    concave: solution !== undefined && cut === 1,
  };
}

/** Σ s sᵀ over the events. */
function outerProducts(scores: Maximum['scores']): number[][] {
  return scores.map((one) =>
    scores.map((other) => one.reduce((sum, score, event) => sum + score * other[event], 0))
  );
}

function variance(hessian: Maximum['hessian'], scores: readonly Float64Array[], i: number): number {
  const unit = scores.map((_, j) => (i === j ? 1 : 0));
  const row = solvePositive(
    hessian.map((values) => values.map((value) => -value)),
    unit
  );
  if (row === undefined) return 0;
  let sum = 0;
  for (let event = 0; event < scores[0].length; ++event) {
    const pull = row.reduce((total, factor, j) => total + factor * scores[j][event], 0);
    sum += pull * pull;
  }
  return sum;
}

/**
 * Solves a symmetric positive system by Cholesky's method.
 *
 * @returns Undefined if the matrix is not positive definite.
 */
export function solvePositive(
  matrix: readonly (readonly number[])[],
  b: readonly number[]
): number[] | undefined {
  const n = b.length;
  const c = matrix.map(() => new Array<number>(n).fill(0));
  for (let i = 0; i < n; ++i) {
    for (let j = 0; j <= i; ++j) {
      let rest = matrix[i][j];
      for (let k = 0; k < j; ++k) rest -= c[i][k] * c[j][k];
      if (i === j && !(rest > 0)) return undefined;
      c[i][j] = i === j ? Math.sqrt(rest) : rest / c[j][j];
    }
  }
  const y = [...b];
  for (let i = 0; i < n; ++i) {
    for (let k = 0; k < i; ++k) y[i] -= c[i][k] * y[k];
    y[i] /= c[i][i];
  }
  for (let i = n - 1; i >= 0; --i) {
    for (let k = i + 1; k < n; ++k) y[i] -= c[k][i] * y[k];
    y[i] /= c[i][i];
  }
  return y;
}
