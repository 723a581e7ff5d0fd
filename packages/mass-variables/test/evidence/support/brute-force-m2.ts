import type { RandomStream } from '@deelema/random';
import { levels, type LevelProblem } from './levels.ts';
import { nelderMead } from './nelder-mead.ts';

/** Which masses a variable of the M_2 family sets equal, and which it minimises. */
export interface Demand {
  readonly equalA: boolean;
  readonly equalB: boolean;
  readonly minimise: 'A' | 'B';
}

/** Simplices on one surface, each around the best point of the one before, relative to the event's size. */
const SIZES = [0.5, 0.2, 0.1, 0.05, 0.02, 0.01, 1e-3, 1e-4];

/**
 * A variable of the M_2 family straight from its definition: the larger of two masses, minimised from many
 * random starts over the surface on which the demanded masses are equal.
 *
 * A start is brought to the surface by Newton's method; then a simplex walks in the tangent plane,
 * every point of it brought back to the surface.
 *
 * @returns The lowest mass found, GeV, with masses equal to 1e-11; Infinity if no start reached the surface.
 */
export function bruteForceM2(
  problem: LevelProblem,
  demand: Demand,
  random: RandomStream,
  starts: number
): number {
  let best = Infinity;
  for (let j = 0; j < starts; ++j) {
    const start = toSurface(problem, demand, randomStart(problem, random));
    if (start !== undefined) best = Math.min(best, walk(problem, demand, start));
  }
  return Math.sqrt(2 * best);
}

/** Transverse momenta spread like pTmiss and the visible ones, rapidities around those of the visible pairs. */
function randomStart({ p, P, m }: LevelProblem, random: RandomStream): number[] {
  const spread = scale({ p, P, m }) / 2;
  const rapidity = (o: readonly number[]): number => Math.atanh(0.999 * (o[3] / o[0]));
  return [
    P[0] / 2 + spread * random.normal(),
    P[1] / 2 + spread * random.normal(),
    rapidity(p[0]) + random.normal(),
    rapidity(p[1]) + random.normal(),
  ];
}

/** A momentum typical of the event, GeV. */
function scale({ p, P, m }: Pick<LevelProblem, 'p' | 'P' | 'm'>): number {
  const transverse = p.map((o) => Math.hypot(o[1], o[2]));
  return Math.max(...transverse, Math.hypot(P[0], P[1]), (m[0] + m[1]) / 4);
}

function walk(problem: LevelProblem, demand: Demand, start: number[]): number {
  let here = start;
  const units = [scale(problem), scale(problem), 1, 1];
  for (const size of SIZES) {
    const chart = tangent(problem, demand, here, units);
    const point = (t: readonly number[]): number[] | undefined =>
      toSurface(
        problem,
        demand,
        here.map((x, k) => x + chart.reduce((s, axis, j) => s + t[j] * axis[k], 0))
      );
    const height = (t: readonly number[]): number => {
      const x = point(t);
      return x === undefined ? Infinity : objective(problem, demand, x);
    };
    const best = nelderMead(
      height,
      chart.map(() => 0),
      size,
      60 * chart.length
    );
    here = point(best) ?? here;
  }
  return objective(problem, demand, here);
}

function objective(problem: LevelProblem, { minimise }: Demand, x: readonly number[]): number {
  const { value } = levels(problem, x);
  return minimise === 'A' ? Math.max(value[0], value[1]) : Math.max(value[2], value[3]);
}

/** The differences that are to be 0, with their derivatives. */
function differences(problem: LevelProblem, { equalA, equalB }: Demand, x: readonly number[]) {
  const { value, slope } = levels(problem, x);
  const rows = [...(equalA ? [0] : []), ...(equalB ? [2] : [])];
  return rows.map((row) => ({
    value: value[row] - value[row + 1],
    slope: slope[row].map((s, k) => s - slope[row + 1][k]),
    size: value[row] + value[row + 1],
  }));
}

/** Newton's method with the shortest steps. */
function toSurface(
  problem: LevelProblem,
  demand: Demand,
  start: readonly number[]
): number[] | undefined {
  const units = [scale(problem), scale(problem), 1, 1];
  const x = [...start];
  for (let step = 0; step < 30; ++step) {
    const equations = differences(problem, demand, x);
    if (equations.every(({ value, size }) => Math.abs(value) <= 1e-13 * size)) return x;
    const rows = equations.map(({ slope }) => slope.map((s, k) => s * units[k]));
    const weights = solveGram(
      rows,
      equations.map(({ value }) => value)
    );
    for (let k = 0; k < 4; ++k) {
      x[k] -= units[k] * rows.reduce((s, row, j) => s + weights[j] * row[k], 0);
    }
    if (!x.every(Number.isFinite) || Math.abs(x[2]) > 15 || Math.abs(x[3]) > 15) return undefined;
  }
  const left = differences(problem, demand, x);
  return left.every(({ value, size }) => Math.abs(value) <= 1e-11 * size) ? x : undefined;
}

/** w with (rows rowsᵀ) w = values, for one or two rows. */
function solveGram(rows: number[][], values: number[]): number[] {
  const product = (a: number[], b: number[]): number => a.reduce((s, v, k) => s + v * b[k], 0);
  if (rows.length === 0) return [];
  if (rows.length === 1) return [values[0] / product(rows[0], rows[0])];
  const [a, b, c] = [
    product(rows[0], rows[0]),
    product(rows[0], rows[1]),
    product(rows[1], rows[1]),
  ];
  const determinant = a * c - b * b;
  return [
    (c * values[0] - b * values[1]) / determinant,
    (a * values[1] - b * values[0]) / determinant,
  ];
}

/** An orthonormal basis, in units of `units`, of the directions that leave the demanded masses equal. */
function tangent(
  problem: LevelProblem,
  demand: Demand,
  x: readonly number[],
  units: readonly number[]
): number[][] {
  const normals = differences(problem, demand, x).map(({ slope }) =>
    slope.map((s, k) => s * units[k])
  );
  const basis: number[][] = [];
  for (const row of normals) addOrthonormal(basis, row);
  for (const axis of [0, 1, 2, 3]) {
    addOrthonormal(
      basis,
      [0, 1, 2, 3].map((k) => (k === axis ? 1 : 0))
    );
  }
  return basis.slice(normals.length).map((axis) => axis.map((value, k) => value * units[k]));
}

function addOrthonormal(basis: number[][], vector: number[]): void {
  if (basis.length === 4) return;
  const rest = [...vector];
  for (let pass = 0; pass < 2; ++pass) {
    for (const axis of basis) {
      const along = axis.reduce((s, v, k) => s + v * rest[k], 0);
      axis.forEach((v, k) => (rest[k] -= along * v));
    }
  }
  const length = Math.hypot(...rest);
  if (length > 1e-6 * Math.hypot(...vector)) basis.push(rest.map((v) => v / length));
}
