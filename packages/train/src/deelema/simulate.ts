import { simulateCascades, simulateEvents } from '@deelema/generators';
import type { CascadeBranch, CascadeSettings, SimulationSettings } from '@deelema/generators';
import { ANTLER, massNames } from '@deelema/deelema';
import type { DeelemaConfig } from '../config-type.ts';
import { accepted, cutsOn, LEAST_ACCEPTED } from './accepted.ts';
import { simulatedSample } from './sample.ts';
import type { CanonicalSample } from './sample.ts';
import type { Conjecture } from './settings.ts';

/** Of the random streams of simulated events: any number that measured events were hardly made with. */
const SEED_OFFSET = 7_000_003;

/**
 * Simulates events with given masses as the settings say the measured ones were made: the antler by the generators of
 * the toy and of t t̄, other decays flat in the phase space of each; those that pass the same cuts.
 *
 * @param masses One per name of `massNames`, GeV.
 * @param index Names the random numbers: 0 for the calibration, more for pseudo-experiments.
 * @param unit GeV per unit of the rows.
 * @param events How many.
 * @throws RangeError if nothing decays or the beams make no such pair with these masses, or the cuts of the sample keep
 *  next to nothing.
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
  const seed = config.seed + SEED_OFFSET + index;
  const { resolution, ptmissResolution } = conjecture;
  const perfect = Object.keys(resolution).length === 0 && ptmissResolution === undefined;
  const ptmiss = ptmissResolution === undefined ? undefined : { sigma: ptmissResolution };
  const cuts = cutsOn(conjecture.selections, conjecture.topology);
  const most = cuts.length === 0 ? events : Math.ceil(events / LEAST_ACCEPTED);
  const sample = {
    ...{ events: most, seed, beamEnergy: config.beamEnergy },
    smearing: perfect ? undefined : { seed, objects: resolution, ptmiss },
  };
  const batches = isGenerated(config, conjecture)
    ? simulateEvents({ ...antlerSettings(config, conjecture, masses), ...sample })
    : simulateCascades({ ...cascadeSettings(config, conjecture, masses), ...sample });
  const measured = cuts.length === 0 ? batches : accepted(batches, cuts, events);
  return simulatedSample(measured, conjecture, unit);
}

/** Whether toy or t t̄ are these events: antlers with one m_C, of tops with a massless one. */
function isGenerated({ process }: DeelemaConfig, { topology, mC, decays }: Conjecture): boolean {
  return topology === ANTLER && mC[0] === mC[1] && (process !== 'top-pair' || decays === 'top');
}

type Sampled = 'events' | 'seed' | 'beamEnergy' | 'smearing';

function antlerSettings(
  config: DeelemaConfig,
  { topology, mC }: Conjecture,
  masses: readonly number[]
): Pick<SimulationSettings, 'source'> & Omit<SimulationSettings, Sampled> {
  const of = (name: string): number => masses[massNames(topology).indexOf(name)];
  const { widthA, widthB } = config.simulation;
  const common = { mA: of('A'), mB: of('B'), mC: mC[0], widthA, widthB };
  return config.process === 'top-pair'
    ? { source: 'ttbar', ...common }
    : { source: 'toy', ...common, production: config.process, recoil: recoil(config) };
}

function cascadeSettings(
  config: DeelemaConfig,
  { topology, mC }: Conjecture,
  masses: readonly number[]
): Omit<CascadeSettings, Sampled> {
  const names = massNames(topology);
  const { widthA, widthB } = config.simulation;
  const widths: Readonly<Record<string, number | undefined>> = { A: widthA, B: widthB };
  const branch = (i: 0 | 1): CascadeBranch => ({
    steps: topology.branches[i].steps.map(({ mass, visibles }) => ({
      ...{ mass: masses[names.indexOf(mass)], visibles },
      width: widths[mass] ?? 0,
    })),
    invisible: topology.branches[i].invisible,
    invisibleMass: mC[i],
  });
  return {
    branches: [branch(0), branch(1)],
    production: config.process,
    recoil: recoil(config),
  };
}

function recoil({ simulation }: DeelemaConfig): CascadeSettings['recoil'] {
  const { recoilMean } = simulation;
  return recoilMean === undefined ? undefined : { spectrum: 'exponential', mean: recoilMean };
}
