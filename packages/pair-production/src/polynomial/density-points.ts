import { PAIR } from '../density/differential.ts';
import { gaussLegendre } from '../density/gauss-legendre.ts';
import type { PairDensity } from '../pair-density.ts';
import { narrowDensity, type EventBox } from './event-box.ts';

/** Nodes in ln M (of Chebyshev), u, |y| and cosθ. */
const MASSES = 7;
const ALONG_U = gaussLegendre(12);
const ALONG_RAPIDITY = gaussLegendre(9);
const ALONG_COSINE = gaussLegendre(6);

/** The density at points that fill a box, as columns of n numbers. */
export interface DensityPoints {
  /** ln(√ŝ/2M), y²/4, cos²θ and ln(M/M₀). */
  readonly u: Float64Array;
  readonly y: Float64Array;
  readonly c: Float64Array;
  readonly m: Float64Array;
  /** ln[density/(β√ŝ)]; −∞ where the beams make no pair. */
  readonly logarithm: Float64Array;
  /** Events that a point stands for: 1 per mass, of all in the box. */
  readonly events: Float64Array;
  /** Share of the box's volume that a point stands for, of its mass. */
  readonly volume: Float64Array;
  /** Points per mass; those of a mass stand together. */
  readonly perMass: number;
}

/**
 * Evaluates the density on Gauss–Legendre nodes: u = U q², |y| and cosθ; and on Chebyshev's in ln M.
 *
 * @param density The density of pairs.
 * @param box Where.
 * @param masses Least and largest pole mass, GeV.
 * @param reference M₀, GeV.
 */
export function densityPoints(
  density: PairDensity,
  box: EventBox,
  [low, high]: readonly [number, number],
  reference: number
): DensityPoints {
  const perMass = ALONG_U.nodes.length * ALONG_RAPIDITY.nodes.length * ALONG_COSINE.nodes.length;
  const points = room(MASSES * perMass, perMass);
  for (let a = 0; a < MASSES; ++a) {
    const share = 0.5 - 0.5 * Math.cos((Math.PI * (a + 0.5)) / MASSES);
    const mass = low * (high / low) ** share;
    points.m.fill(Math.log(mass / reference), a * perMass, (a + 1) * perMass);
    fill(points, density, box, mass, a * perMass);
    normalise(points.events.subarray(a * perMass, (a + 1) * perMass));
    normalise(points.volume.subarray(a * perMass, (a + 1) * perMass));
  }
  return points;
}

function fill(
  points: DensityPoints,
  density: PairDensity,
  box: EventBox,
  mass: number,
  first: number
): void {
  const row = new Float64Array(PAIR.length);
  let at = first;
  ALONG_U.nodes.forEach((q, i) => {
    const u = box.u * q * q;
    const sqrtS = 2 * mass * Math.exp(u);
    const beta = Math.sqrt(-Math.expm1(-2 * u));
    ALONG_RAPIDITY.nodes.forEach((v, j) => {
      ALONG_COSINE.nodes.forEach((c, k) => {
        const y = v * box.rapidity;
        const value = narrowDensity(density, row, mass, u, y, c);
        // du = 2 U q dq; d√ŝ = √ŝ du.
        const volume = ALONG_U.weights[i] * q * ALONG_RAPIDITY.weights[j] * ALONG_COSINE.weights[k];
        points.u[at] = u;
        points.y[at] = 0.25 * y * y;
        points.c[at] = c * c;
        points.logarithm[at] = Math.log(value / (beta * sqrtS));
        points.events[at] = value * sqrtS * volume;
        points.volume[at] = volume;
        ++at;
      });
    });
  });
}

function room(n: number, perMass: number): DensityPoints {
  const column = (): Float64Array => new Float64Array(n);
  return {
    ...{ u: column(), y: column(), c: column(), m: column() },
    ...{ logarithm: column(), events: column(), volume: column(), perMass },
  };
}

function normalise(column: Float64Array): void {
  const sum = column.reduce((before, x) => before + x, 0);
  column.forEach((x, i) => (column[i] = x / sum));
}
