import type { SimulationSettings } from './simulation-settings.ts';

/** What is taken where nothing is said. */
type Defaults = Readonly<Record<'ma' | 'mb' | 'widthA' | 'widthB' | 'beamEnergy', number>>;

/** Settings of a simulation with all masses, widths and energies. */
export type FullSettings = Omit<SimulationSettings, keyof Defaults> & Defaults;

const DEFAULTS: Readonly<Record<SimulationSettings['source'], Defaults>> = {
  toy: { ma: 0, mb: 0, widthA: 0, widthB: 0, beamEnergy: 13000 },
  ttbar: { ma: 4.7, mb: 0, widthA: 1.4915, widthB: 2.0476, beamEnergy: 13000 },
};

/**
 * Fills in what the settings of a simulation leave out.
 *
 * @param settings The settings.
 * @returns The same with masses of a and b, widths and energy of the beams, GeV.
 */
export function withDefaults(settings: SimulationSettings): FullSettings {
  const { source, ma, mb, widthA, widthB, beamEnergy } = settings;
  const defaults = DEFAULTS[source];
  return {
    ...settings,
    ma: ma ?? defaults.ma,
    mb: mb ?? defaults.mb,
    widthA: widthA ?? defaults.widthA,
    widthB: widthB ?? defaults.widthB,
    beamEnergy: beamEnergy ?? defaults.beamEnergy,
  };
}
