import type { DensityPoints } from './density-points.ts';

/** Share of the events of each mass that counts: those where the density is largest. */
const SHARE = 0.99;

/**
 * Root mean square error of a logarithm of the density, over almost all events.
 *
 * @param points The density.
 * @param fitted What stands for its logarithm at these points.
 */
export function fitError(points: DensityPoints, fitted: Float64Array): number {
  const { logarithm, events, volume, perMass } = points;
  let [sum, all] = [0, 0];
  for (let first = 0; first < logarithm.length; first += perMass) {
    const order = Array.from({ length: perMass }, (_, i) => first + i);
    order.sort((i, j) => events[j] / volume[j] - events[i] / volume[i]);
    let share = 0;
    for (const i of order) {
      share += events[i];
      if (share > SHARE) break;
      sum += events[i] * (fitted[i] - logarithm[i]) ** 2;
      all += events[i];
    }
  }
  return Math.sqrt(sum / all);
}
