import { massNames } from '@deelema/deelema';
import type { DensityModel, DensityModelSettings, MassParameters } from '@deelema/deelema';
import type { HistoryEntry } from '@deelema/records';
import { tidy } from '@tensorflow/tfjs-core';
import type { Scalar } from '@tensorflow/tfjs-core';

/** The parameters of a model out of those of a snapshot. */
export function split(
  parameters: readonly number[],
  { topology }: Pick<DensityModelSettings, 'topology'>
): MassParameters {
  const n = massNames(topology).length;
  return { logGaps: parameters.slice(0, n), logResolutions: parameters.slice(n, 2 * n) };
}

/** Those of the model, then what else the snapshot carries. */
export function joined(
  { logGaps, logResolutions }: MassParameters,
  before: readonly number[]
): number[] {
  const trained = [...logGaps, ...logResolutions];
  return [...trained, ...before.slice(trained.length)];
}

/** m̃ and τ by name, GeV. */
export async function commonMasses(
  model: DensityModel,
  { topology, unit }: Pick<DensityModelSettings, 'topology' | 'unit'>
): Promise<Pick<HistoryEntry, 'masses' | 'resolutions'> & { resolutions: Record<string, number> }> {
  const { masses, resolutions } = tidy(() => {
    const common = model.common();
    return { masses: [...common.masses], resolutions: [...common.resolutions] };
  });
  const names = massNames(topology);
  const named = async (values: readonly Scalar[]): Promise<Record<string, number>> => {
    const numbers = await Promise.all(values.map(async (value) => (await value.data())[0] * unit));
    for (const value of values) value.dispose();
    return Object.fromEntries(names.map((name, i) => [name, numbers[i]]));
  };
  return { masses: await named(masses), resolutions: await named(resolutions) };
}
