import type { MassSettings } from '@deelema/pair-production';
import { breitWigner, massWindow } from '../decay/breit-wigner.ts';
import type { FullBranch } from './cascade-defaults.ts';

/**
 * How the masses of all parents are drawn: each from a Breit–Wigner of its own.
 *
 * @param branches The chains.
 * @returns First parents of branch 1 and 2, then the other parents of branch 1, then those of branch 2.
 * @throws RangeError if the window of a width reaches down to 0.
 */
export function resonanceMasses([one, two]: readonly [FullBranch, FullBranch]): MassSettings {
  const [first, ...rest] = one.steps;
  const [second, ...others] = two.steps;
  const draws = [first, second, ...rest, ...others].map(breitWigner);
  return {
    count: draws.length,
    least: [massWindow(first)[0], massWindow(second)[0]],
    draw: (random, masses) => {
      for (let k = 0; k < draws.length; ++k) masses[k] = draws[k](random);
    },
  };
}

/**
 * The masses of each chain's parents, from the first down.
 *
 * @param masses In the order of `resonanceMasses`: arrays of n events, GeV.
 * @param branches The chains.
 */
export function massesOfBranches(
  [first, second, ...rest]: readonly Float64Array[],
  [one]: readonly [FullBranch, FullBranch]
): readonly [readonly Float64Array[], readonly Float64Array[]] {
  const below = one.steps.length - 1;
  return [
    [first, ...rest.slice(0, below)],
    [second, ...rest.slice(below)],
  ];
}
