import { gapsOfMasses, massNames, visibleRoles } from '@deelema/deelema';
import type { DensityModelSettings, FrameSettings, MassParameters } from '@deelema/deelema';
import type { DensityDescription } from './model-schema.ts';

/** What of a description makes the density model. */
export type DensityParts = Pick<
  DensityDescription,
  'topology' | 'mC' | 'unit' | 'density' | 'architecture' | 'auxiliary' | 'resolutions'
>;

/**
 * Settings of `createDensityModel`.
 *
 * @param description The model; the smeared roles come in the order of `visibleRoles`, as rows have them.
 */
export function densityModelSettings(
  description: Pick<DensityParts, 'topology' | 'mC' | 'unit' | 'density' | 'architecture'>
): DensityModelSettings {
  const { topology, mC, unit, density, architecture } = description;
  const { resolution, ptmissResolution, production, outliers, decays } = density;
  return {
    ...{ topology, mC, unit, production, outliers, decays },
    smeared: visibleRoles(topology).filter((role) => role in resolution),
    ptmissResolution: ptmissResolution !== null,
    layers: architecture.layers,
    width: architecture.width,
  };
}

/**
 * Settings of `toCanonicalFrame`; branches are exchanged only where their invisible particles have
 * one mass.
 *
 * @param description The model.
 */
export function frameSettings({
  topology,
  mC,
  unit,
  density,
}: Pick<DensityParts, 'topology' | 'mC' | 'unit' | 'density'>): FrameSettings {
  return {
    topology,
    unit,
    resolution: density.resolution,
    ptmissResolution: density.ptmissResolution ?? undefined,
    exchangeBranches: mC[0] === mC[1],
  };
}

/**
 * What `createDensityModel` begins with, from masses.
 *
 *     ln[(m̃ − m̃_daughter)/unit],   ln[τ/unit]
 *
 * The last daughter is the heavier of the invisible particles.
 *
 * @param description m̃ and τ by name, GeV.
 * @throws RangeError if a mass is missing or not above its daughter's.
 */
export function massParameters({
  topology,
  mC,
  unit,
  auxiliary,
  resolutions,
}: Pick<DensityParts, 'topology' | 'mC' | 'unit' | 'auxiliary' | 'resolutions'>): MassParameters {
  const names = massNames(topology);
  const masses = names.map((name) => auxiliary[name] / unit);
  const logGaps = gapsOfMasses(topology, masses, [mC[0] / unit, mC[1] / unit]);
  const wrong = logGaps.findIndex(Number.isNaN);
  if (wrong >= 0) {
    throw new RangeError(
      `massParameters: ${names[wrong]} has ${auxiliary[names[wrong]]} GeV, expected more than what it decays to.`
    );
  }
  return { logGaps, logResolutions: names.map((name) => Math.log(resolutions[name] / unit)) };
}
