import type { Pairs } from '../../src/pair-production.ts';
import type { BinEdges, FixedProduction } from './direct-integral.ts';

/** Twelve bins in √ŝ, narrow at the threshold, six in |y|, four in |cosθ|. */
export function edgesOf({ m1, m2, beamEnergy }: FixedProduction): BinEdges {
  const span = Math.log(beamEnergy / (m1 + m2));
  const shares = [0, 0.01, 0.025, 0.05, 0.08, 0.12, 0.16, 0.21, 0.27, 0.35, 0.45, 0.6, 1];
  return [
    shares.map((share) => (m1 + m2) * Math.exp(share * span)),
    [0, 0.1, 0.2, 0.3, 0.42, 0.6, 1],
    [0, 0.25, 0.5, 0.75, 1],
  ];
}

/** Number of pairs by bin. */
export function histogram(
  { mass, rapidity, cosTheta }: Pairs,
  edges: BinEdges,
  beamEnergy: number
): Float64Array {
  const [masses, shares, cosines] = edges;
  const counts = new Float64Array((masses.length - 1) * (shares.length - 1) * (cosines.length - 1));
  for (let i = 0; i < mass.length; ++i) {
    const largest = Math.log(beamEnergy / mass[i]);
    const place = [
      binOf(masses, mass[i]),
      binOf(shares, Math.abs(rapidity[i]) / largest),
      binOf(cosines, Math.abs(cosTheta[i])),
    ];
    ++counts[(place[0] * (shares.length - 1) + place[1]) * (cosines.length - 1) + place[2]];
  }
  return counts;
}

function binOf(edges: readonly number[], x: number): number {
  let bin = 0;
  while (bin < edges.length - 2 && edges[bin + 1] <= x) ++bin;
  return bin;
}

/** Sum of all. */
export function sum(values: Float64Array): number {
  return values.reduce((total, value) => total + value, 0);
}
