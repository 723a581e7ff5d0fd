import { simulateEvents } from '@deelema/generators';
import type { SimulationSettings } from '@deelema/generators';
import { ANTLER, massNames } from '@deelema/deelema';
import type { DeelemaConfig } from '../config-type.ts';
import { simulatedSample } from './sample.ts';
import type { CanonicalSample } from './sample.ts';
import type { Conjecture } from './settings.ts';

/** Of the random streams of simulated events: any number that measured events were hardly made with. */
const SEED_OFFSET = 7_000_003;

/**
 * Why events of a conjecture cannot be simulated.
 *
 * @returns A clause; undefined if they can.
 */
export function noSimulation(
  config: DeelemaConfig,
  { topology, mC }: Conjecture
): string | undefined {
  if (topology !== ANTLER) return 'there is a generator for the antler only';
  if (mC[0] !== mC[1]) return 'the generator knows one mass of the invisible particles only';
  if (config.process === 'top-pair' && mC[0] !== 0) {
    return 'the generator of top pairs knows massless neutrinos only';
  }
  return undefined;
}

/**
 * Simulates events with given masses as the settings say the measured ones were made.
 *
 * @param masses One per name of `massNames`, GeV.
 * @param index Names the random numbers: 0 for the calibration, more for pseudo-experiments.
 * @param unit GeV per unit of the rows.
 * @param events How many.
 */
export function simulate(
  config: DeelemaConfig,
  conjecture: Conjecture,
  masses: readonly number[],
  {
    index = 0,
    unit,
    events,
  }: { readonly index?: number; readonly unit: number; readonly events: number }
): CanonicalSample {
  const names = massNames(conjecture.topology);
  const of = (name: string): number => masses[names.indexOf(name)];
  const common = {
    mA: of('A'),
    mB: of('B'),
    mC: conjecture.mC[0],
    widthA: config.simulation.widthA,
    widthB: config.simulation.widthB,
    beamEnergy: config.beamEnergy,
    events,
    seed: config.seed + SEED_OFFSET + index,
    smearing: smearing(config, conjecture, index),
  };
  const settings: SimulationSettings =
    config.process === 'top-pair'
      ? { source: 'ttbar', ...common }
      : { source: 'toy', ...common, production: config.process, recoil: recoil(config) };
  return simulatedSample(simulateEvents(settings), conjecture, unit);
}

function smearing(
  { seed }: DeelemaConfig,
  { resolution, ptmissResolution }: Conjecture,
  index: number
): SimulationSettings['smearing'] {
  if (Object.keys(resolution).length === 0 && ptmissResolution === undefined) return undefined;
  return {
    seed: seed + SEED_OFFSET + index,
    objects: resolution,
    ptmiss: ptmissResolution === undefined ? undefined : { sigma: ptmissResolution },
  };
}

function recoil({ simulation }: DeelemaConfig): SimulationSettings['recoil'] {
  const { recoilMean } = simulation;
  return recoilMean === undefined ? undefined : { spectrum: 'exponential', mean: recoilMean };
}
