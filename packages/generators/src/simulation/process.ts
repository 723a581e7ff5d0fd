import type { ProcessSettings } from '../event-generator.ts';
import type { FullSettings } from './defaults.ts';

/**
 * What the generators call the settings of a simulation.
 *
 * @param settings The settings by role, GeV.
 * @returns The same for the generator of their source: in t t̄, `mb` is the mass of the b quark.
 */
export function processOf(settings: FullSettings): ProcessSettings {
  const { source, mA, mB, mC, ma, mb, widthA, widthB, beamEnergy, seed } = settings;
  if (source === 'toy') {
    const { production = 'gluino-pair', recoil } = settings;
    const masses = { mA, mB, mC, ma, mb, widthA, widthB };
    return { source, ...masses, beamEnergy, production, recoil, seed };
  }
  const { spinCorrelation = true } = settings;
  const masses = { mt: mA, widthT: widthA, mW: mB, widthW: widthB, mb: ma };
  return { source, ...masses, beamEnergy, spinCorrelation, seed };
}
