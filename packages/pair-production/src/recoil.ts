import type { RandomStream } from '@deelema/random';

/** The transverse momentum that a pair recoils with: how it is spread. */
export type RecoilSettings =
  | { readonly spectrum: 'exponential'; /** Mean pT, GeV. */ readonly mean: number }
  | {
      readonly spectrum: 'table';
      /** Where the density is given, rising from 0 or above, GeV. */
      readonly pt: readonly number[];
      /** dN/dpT there, in any unit; straight lines in between, 0 outside. */
      readonly density: readonly number[];
    };

/**
 * Makes a sampler of transverse momenta.
 *
 *     exponential:  dN/dpT ∝ exp(−pT/mean)
 *     table:        dN/dpT piecewise linear, by inversion of its integral
 *
 * @param settings The spectrum, GeV.
 * @returns A function that draws one pT, GeV, from one random number.
 * @throws RangeError if the mean is not positive, or if a table has less than two points, points that
 *  do not rise, a negative density or nothing under it.
 */
export function recoilSampler(settings: RecoilSettings): (random: RandomStream) => number {
  return settings.spectrum === 'exponential'
    ? exponential(settings.mean)
    : tabulated(settings.pt, settings.density);
}

function exponential(mean: number): (random: RandomStream) => number {
  if (!(mean > 0 && mean < Infinity)) {
    throw new RangeError(`recoilSampler: the mean is ${mean} GeV, expected a positive number.`);
  }
  return (random) => mean * random.exponential();
}

function tabulated(
  pt: readonly number[],
  density: readonly number[]
): (random: RandomStream) => number {
  checkTable(pt, density);
  const areas = [0];
  for (let k = 1; k < pt.length; ++k) {
    areas.push(areas[k - 1] + 0.5 * (density[k] + density[k - 1]) * (pt[k] - pt[k - 1]));
  }
  const total = areas[areas.length - 1];
  if (!(total > 0)) {
    throw new RangeError('recoilSampler: all densities are 0, expected a positive one.');
  }
  return (random) => {
    const area = total * random.uniform();
    let k = 0;
    while (k < pt.length - 2 && areas[k + 1] <= area) ++k;
    const slope = (density[k + 1] - density[k]) / (pt[k + 1] - pt[k]);
    const rest = area - areas[k];
    // The root of density·d + slope d²/2 = rest, in the form that survives slope = 0.
    const root = Math.sqrt(Math.max(0, density[k] * density[k] + 2 * slope * rest));
    return rest === 0 ? pt[k] : pt[k] + (2 * rest) / (density[k] + root);
  };
}

function checkTable(pt: readonly number[], density: readonly number[]): void {
  if (pt.length < 2 || pt.length !== density.length) {
    throw new RangeError(
      `recoilSampler: ${pt.length} values of pt and ${density.length} of density, expected as many of both and two at least.`
    );
  }
  if (!(pt[0] >= 0) || pt.some((value, k) => k > 0 && !(value > pt[k - 1]))) {
    throw new RangeError(
      `recoilSampler: the values of pt are ${pt.join(', ')} GeV, expected rising ones from 0 or above.`
    );
  }
  if (density.some((value) => !(value >= 0 && value < Infinity))) {
    throw new RangeError(
      `recoilSampler: the densities are ${density.join(', ')}, expected none below 0.`
    );
  }
}
