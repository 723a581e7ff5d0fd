import { PAIR } from './differential.ts';
import { gaussLegendre } from './gauss-legendre.ts';

/** Points along √ŝ, y and cosθ. */
const ALONG_MASS = gaussLegendre(24);
const ALONG_RAPIDITY = gaussLegendre(16);
const ALONG_COSINE = gaussLegendre(16);

/**
 * Integrates the dσ of a pair over √ŝ, y and cosθ.
 *
 *     ln(ŝ/(m₁ + m₂)²) = T q²,   |y| = v ln(1/τ)/2,   |cosθ| = c,   Gauss–Legendre in q, v and c
 *
 * Within 2e-5. Cost: about 1 ms.
 *
 * @param evaluate The dσ.
 * @param beamEnergy √s of the proton beams together, GeV.
 * @param row Masses m₁, m₂ and M of `PAIR`, GeV; the rest is overwritten.
 * @returns σ; 0 if the beams cannot make the pair.
 */
export function total(
  evaluate: (row: Float64Array) => void,
  beamEnergy: number,
  row: Float64Array
): number {
  const threshold = row[PAIR.m1] + row[PAIR.m2];
  const span = 2 * Math.log(beamEnergy / threshold);
  if (!(span > 0)) return 0;
  let sum = 0;
  ALONG_MASS.nodes.forEach((q, i) => {
    const mass = threshold * Math.exp(0.5 * span * q * q);
    row[PAIR.mass] = mass;
    // d√ŝ = √ŝ T q dq; two signs each of y and cosθ.
    const width = ALONG_MASS.weights[i] * mass * span * q * 4;
    sum += width * overAngles(evaluate, Math.log(beamEnergy / mass), row);
  });
  return sum;
}

function overAngles(
  evaluate: (row: Float64Array) => void,
  largest: number,
  row: Float64Array
): number {
  let sum = 0;
  for (let j = 0; j < ALONG_RAPIDITY.nodes.length; ++j) {
    row[PAIR.rapidity] = ALONG_RAPIDITY.nodes[j] * largest;
    for (let k = 0; k < ALONG_COSINE.nodes.length; ++k) {
      row[PAIR.cosTheta] = ALONG_COSINE.nodes[k];
      evaluate(row);
      sum += ALONG_RAPIDITY.weights[j] * ALONG_COSINE.weights[k] * row[PAIR.density];
    }
  }
  return sum * largest;
}
