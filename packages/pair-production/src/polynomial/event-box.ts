import { PAIR } from '../density/differential.ts';
import { gaussLegendre } from '../density/gauss-legendre.ts';
import type { PairDensity } from '../pair-density.ts';

/** Share of events of the lightest pairs in each of the two ranges. */
const SHARE = 0.995;

/** Largest u = ln(√ŝ/2M) wanted; pairs far above threshold are rare. */
const LARGEST_U = 1.6;

const ALONG_U = gaussLegendre(32);
const ALONG_RAPIDITY = gaussLegendre(24);
const ALONG_COSINE = gaussLegendre(8);

/** Where almost all pairs are. */
export interface EventBox {
  /** Largest u = ln(√ŝ/2M). */
  readonly u: number;
  /** Largest |y|. */
  readonly rapidity: number;
}

/**
 * Density of narrow pairs at a point.
 *
 * @param density The density of pairs.
 * @param row Room for a row of `PAIR`.
 * @param poleMass M, GeV.
 * @param u ln(√ŝ/2M).
 * @param y Rapidity.
 * @param c cosθ.
 * @returns Per GeV of √ŝ, unit of y and unit of cosθ.
 */
export function narrowDensity(
  { evaluate }: PairDensity,
  row: Float64Array,
  poleMass: number,
  u: number,
  y: number,
  c: number
): number {
  row[PAIR.mass] = 2 * poleMass * Math.exp(u);
  row[PAIR.rapidity] = y;
  row[PAIR.cosTheta] = c;
  row.fill(poleMass, PAIR.m1, PAIR.poleMass + 1);
  evaluate(row);
  return row[PAIR.density];
}

/**
 * Finds where almost all pairs of the lightest mass are; those of larger masses lie closer.
 *
 * @param density The density of pairs.
 * @param beamEnergy √s of the proton beams together, GeV.
 * @param lightest Least pole mass, GeV.
 */
export function eventBox(density: PairDensity, beamEnergy: number, lightest: number): EventBox {
  const span = Math.log(beamEnergy / (2 * lightest));
  const row = new Float64Array(PAIR.length);
  const byU: [number, number][] = [];
  const byRapidity: [number, number][] = [];
  ALONG_U.nodes.forEach((q, i) => {
    const u = span * q * q;
    const width = ALONG_U.weights[i] * q * Math.exp(u) * (span - u);
    ALONG_RAPIDITY.nodes.forEach((v, j) => {
      const y = v * (span - u);
      let sum = 0;
      ALONG_COSINE.nodes.forEach((c, k) => {
        sum += ALONG_COSINE.weights[k] * narrowDensity(density, row, lightest, u, y, c);
      });
      const events = width * ALONG_RAPIDITY.weights[j] * sum;
      byU.push([u, events]);
      byRapidity.push([y, events]);
    });
  });
  return { u: Math.min(quantile(byU), LARGEST_U), rapidity: quantile(byRapidity) };
}

/** The value that `SHARE` of the weights lie below. */
function quantile(points: [value: number, weight: number][]): number {
  points.sort(([one], [other]) => one - other);
  const all = points.reduce((sum, [, weight]) => sum + weight, 0);
  let sum = 0;
  const found = points.find(([, weight]) => (sum += weight) > SHARE * all);
  return (found ?? points[points.length - 1])[0];
}
