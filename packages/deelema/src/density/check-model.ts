import type { Tensor2D } from '@tensorflow/tfjs-core';
import type { RowLayout } from '../frame/row-layout.ts';
import { massNames, visibleRoles } from '../topology/topology.ts';
import type { DecayTopology } from '../topology/topology.ts';
import type { DensityModelSettings, MassParameters } from './density-model.ts';

/**
 * Refuses settings with which a density would be none.
 *
 * @throws RangeError if the smeared roles are no visible ones, once each and in their order; if the unit
 *  or a mass is out of range; if the outliers are no share; if tops have other steps than an
 *  antler, or neutrinos with a mass.
 */
export function checkSettings(settings: DensityModelSettings): void {
  const { topology, smeared, mC, unit, outliers, decays } = settings;
  const roles = visibleRoles(topology);
  // Rows hold resolutions in this order.
  const places = smeared.map((role) => roles.indexOf(role));
  if (places.some((place, k) => place < 0 || (k > 0 && place <= places[k - 1]))) {
    throw new RangeError(
      `createDensityModel: the smeared roles are ${smeared.join(', ')}, expected some of ${roles.join(', ')}, once each and in this order.`
    );
  }
  if (!(unit > 0 && unit < Infinity)) {
    throw new RangeError(`createDensityModel: the unit is ${unit} GeV, expected one above 0.`);
  }
  if (!mC.every((mass) => mass >= 0 && mass < Infinity)) {
    throw new RangeError(
      `createDensityModel: the invisible masses are ${mC.join(' and ')} GeV, expected 0 or more.`
    );
  }
  const { share, broader } = outliers;
  if (!(share >= 0 && share < 1 && broader >= 1 && broader < Infinity)) {
    throw new RangeError(
      `createDensityModel: a share of ${share} of outliers is ${broader} times broader, expected a share from 0 to below 1 and a factor of 1 or more.`
    );
  }
  if (decays === 'top' && !(isAntlerLike(topology) && mC[0] === 0 && mC[1] === 0)) {
    throw new RangeError(
      `createDensityModel: decays of tops with ${topology.name} and ${mC.join(' and ')} GeV, expected two steps of one visible in each branch, and 0 GeV.`
    );
  }
}

function isAntlerLike({ branches }: DecayTopology): boolean {
  return branches.every(
    ({ steps }) => steps.length === 2 && steps.every(({ visibles }) => visibles.length === 1)
  );
}

/**
 * Refuses parameters that are not one finite number per mass.
 *
 * @throws RangeError if there are more or fewer, or one is not finite.
 */
export function checkParameters(
  { topology }: DensityModelSettings,
  { logGaps, logResolutions }: MassParameters
): void {
  const names = massNames(topology);
  for (const [what, values] of Object.entries({ logGaps, logResolutions })) {
    if (values.length !== names.length || !values.every(Number.isFinite)) {
      throw new RangeError(
        `createDensityModel: ${what} are ${values.join(', ')}, expected a finite number for each of ${names.join(', ')}.`
      );
    }
  }
}

/**
 * Refuses rows of another layout, and noise of another number of unknowns.
 *
 * @param unknowns d.
 * @throws RangeError if the shapes are not [n, width], and [n, d S] or [1, d S].
 */
export function checkShapes(
  rows: Tensor2D,
  noise: Tensor2D,
  { width }: RowLayout,
  unknowns: number
): void {
  const [n, columns] = rows.shape;
  if (columns !== width) {
    throw new RangeError(`DensityModel: rows have ${columns} columns, expected ${width}.`);
  }
  const [alike, numbers] = noise.shape;
  if ((alike !== n && alike !== 1) || numbers === 0 || numbers % unknowns !== 0) {
    throw new RangeError(
      `DensityModel: noise is [${alike}, ${numbers}], expected ${n} rows or one, and a multiple of ${unknowns} columns.`
    );
  }
}

/**
 * Refuses rows that are no whole events.
 *
 * @param pairings Rows per event.
 * @throws RangeError if the number of rows is no multiple.
 */
export function checkEvents(rows: Tensor2D, pairings: number): void {
  if (rows.shape[0] % pairings !== 0) {
    throw new RangeError(
      `DensityModel: there are ${rows.shape[0]} rows, expected ${pairings} per event, one for each pairing.`
    );
  }
}
