import { ANTLER, pairings, topologyFromConfig, visibleRoles } from '@deelema/deelema';
import type { DecayKind, DecayTopology, DensityModelSettings } from '@deelema/deelema';
import { InputError } from '@deelema/events';
import type { ResolutionTable } from '@deelema/kinematics';
import type { PairPolynomial } from '@deelema/pair-production';
import type { Selection } from '@deelema/selection';
import type { DeelemaConfig } from '../config-type.ts';
import { checkBeams } from '../learning/check-beams.ts';

/** What the settings say about the events and their density. */
export interface Conjecture {
  readonly topology: DecayTopology;
  /** GeV. */
  readonly mC: readonly [number, number];
  /** By visible role. */
  readonly resolution: Readonly<Record<string, ResolutionTable>>;
  readonly ptmissResolution: number | undefined;
  readonly decays: DecayKind;
  /** Cuts that the measured events have passed. */
  readonly selections: readonly Selection[];
  /** Rows per event. */
  readonly pairings: number;
}

/** How much broader the masses of outliers lie than those of the others. */
const OUTLIERS_BROADER = 8;

/**
 * Reads topology, m_C and resolutions out of the settings.
 *
 * @param config Settings.
 * @param made Cuts that the sample says were made.
 * @throws InputError if the topology contradicts itself, a resolution belongs to no visible, or m_C is
 *  more than the beams can make.
 */
export function conjectureOf(config: DeelemaConfig, made: readonly Selection[] = []): Conjecture {
  const topology = config.topology === undefined ? ANTLER : checked(config.topology);
  const mC = typeof config.mC === 'number' ? ([config.mC, config.mC] as const) : config.mC;
  checkBeams(mC, config.beamEnergy);
  const before = config.simulation.selection === undefined ? [] : [config.simulation.selection];
  return {
    topology,
    mC: [mC[0], mC[1]],
    resolution: byRole(topology, config.resolution),
    ptmissResolution: config.ptmissResolution,
    selections: [...made, ...before],
    decays: decaysOf(config.process, topology, mC),
    pairings: pairings(topology).length,
  };
}

/**
 * Settings of the model of a conjecture.
 *
 * @param unit GeV per unit of the rows.
 * @param production Density of the pair.
 */
export function modelSettings(
  { layers, width, outliers }: DeelemaConfig,
  { topology, mC, resolution, ptmissResolution, decays }: Conjecture,
  unit: number,
  production: PairPolynomial
): DensityModelSettings {
  return {
    ...{ topology, mC, unit, production, decays, layers, width },
    smeared: visibleRoles(topology).filter((role) => role in resolution),
    ptmissResolution: ptmissResolution !== undefined,
    outliers: { share: outliers, broader: OUTLIERS_BROADER },
  };
}

/** Pairs made like tops decay like tops, too, if they are antlers of massless invisibles. */
function decaysOf(
  process: DeelemaConfig['process'],
  topology: DecayTopology,
  mC: readonly [number, number]
): DecayKind {
  const massless = mC[0] === 0 && mC[1] === 0;
  return process === 'top-pair' && topology === ANTLER && massless ? 'top' : 'flat';
}

function checked(config: NonNullable<DeelemaConfig['topology']>): DecayTopology {
  try {
    return topologyFromConfig(config);
  } catch (error) {
    throw new InputError(`train.topology: ${(error as Error).message}`);
  }
}

function byRole(topology: DecayTopology, resolution: DeelemaConfig['resolution']) {
  const roles = visibleRoles(topology);
  const found: Record<string, ResolutionTable> = {};
  for (const [name, table] of Object.entries(resolution)) {
    const meant = roles.filter((role) => role === name || role.replace(/\d+$/, '') === name);
    if (meant.length === 0) {
      throw new InputError(
        `train.resolution: there is no visible "${name}", expected one of ${roles.join(', ')} or their letters.`
      );
    }
    for (const role of meant) if (role === name || !(role in resolution)) found[role] = table;
  }
  return found;
}
