import { gapsOfMasses, massNames } from '@deelema/deelema';
import type { DensityModelSettings } from '@deelema/deelema';
import type { EventFile } from '@deelema/events';
import type { HistoryEntry, Training } from '@deelema/records';
import type { StageContext } from '@deelema/stage';
import type { Backend } from '../backend.ts';
import type { DeelemaConfig } from '../config-type.ts';
import { openCheckpoints } from '../learning/checkpoints.ts';
import { INITIAL_STATE } from '../learning/optimiser.ts';
import type { Snapshot } from '../learning/snapshot.ts';
import { calibrate } from './calibrate.ts';
import { FOLDS, heldOutDensities } from './held-out.ts';
import { fitMasses } from './measure.ts';
import { measurementOf } from './measurement.ts';
import { normalNoise } from './noise.ts';
import { STEPS_PER_ROUND, trainPhase } from './phase.ts';
import type { Phase, PhaseContext } from './phase.ts';
import { beginning, measuringPhase, reconstructingPhase } from './phases.ts';
import { productionOf } from './production.ts';
import { readSample } from './sample.ts';
import { conjectureOf, modelSettings } from './settings.ts';
import type { Conjecture } from './settings.ts';

/** What the recipe found. */
export interface DeelemaResult {
  readonly settings: DensityModelSettings;
  readonly conjecture: Conjecture;
  /** The last phase, with the masses that are reported. */
  readonly snapshot: Snapshot;
  readonly history: readonly HistoryEntry[];
  readonly masses: Readonly<Record<string, number>>;
  readonly measurement: NonNullable<Training['measurement']>;
  /** Optimiser steps of this run times events. */
  readonly eventsSeen: number;
  /** Rounds of all phases that earlier runs had done. */
  readonly resumedAfterEpoch: number;
}

/** First guess of M₀ of the pair density: m_C and so many units. */
const GUESSED_GAP = 2;

/**
 * The recipe `deelema`: measures the masses with two networks, corrects them by simulated events, and trains on with
 * the masses held fixed.
 *
 * @param file Events.
 * @param backend In use.
 * @param context Settings, where checkpoints go, whom to tell.
 * @throws InputError if the data or the settings do not allow it, or a loss is not finite.
 */
export async function trainDeelema(
  file: EventFile,
  backend: Backend,
  { config, scratch, progress, signal }: StageContext<DeelemaConfig>
): Promise<DeelemaResult> {
  const conjecture = conjectureOf(config);
  const { sample, unit } = await readSample(file, conjecture, config.events, signal);
  if (sample.length < file.rows) {
    progress.log(`taking the first ${sample.length} of ${file.rows} events: train.events`);
  }
  const { seed, batch, draws } = config;
  const context = { sample, noise: normalNoise(seed), seed, batch, draws, progress, signal };
  const production = productionOf(config);
  const settingsAt = (reference: number): DensityModelSettings =>
    modelSettings(config, conjecture, unit, production(reference));
  const recipe = JSON.stringify([config, backend, sample.length, unit]);
  let [eventsSeen, resumedAfterEpoch] = [0, 0];
  const run = async (phase: Phase, start: Snapshot): Promise<Snapshot> => {
    const prefix = phase.name.replace(' ', '-');
    const log = (line: string): void => progress.log(line);
    const checkpoints = openCheckpoints(scratch, prefix, recipe, log);
    const { snapshot, resumedAfter } = await trainPhase(phase, start, context, checkpoints);
    eventsSeen += Math.max(0, phase.steps - resumedAfter * STEPS_PER_ROUND) * batch;
    resumedAfterEpoch += resumedAfter;
    return snapshot;
  };

  const first = Math.max(...conjecture.mC) + GUESSED_GAP * unit;
  const trained: Snapshot[] = [];
  for (let fold = 0; fold < FOLDS; ++fold) {
    const phase = measuringPhase(fold, config, sample, settingsAt);
    trained.push(await run(phase, beginning(phase.name, config, settingsAt(first), first)));
  }
  const means = meanMasses(trained, conjecture);
  const settings = settingsAt(means[0]);
  const { measurement, masses } = await measure(
    trained,
    means,
    settings,
    config,
    conjecture,
    context
  );

  const fixed = gapsOfMasses(conjecture.topology, masses, conjecture.mC).map(
    (gap) => gap - Math.log(unit)
  );
  const phase = reconstructingPhase(fixed, trained[0], config, sample, settings);
  const start = { ...trained[0], epoch: 0, history: [], optimiser: INITIAL_STATE };
  const snapshot = await run(phase, { ...start, parameters: phase.prepare(start.parameters, 0) });
  return {
    ...{ settings, conjecture, snapshot, measurement },
    history: [...trained, snapshot].flatMap(({ history }) => history),
    masses: Object.fromEntries(massNames(conjecture.topology).map((name, i) => [name, masses[i]])),
    ...{ eventsSeen, resumedAfterEpoch },
  };
}

async function measure(
  trained: readonly Snapshot[],
  start: readonly number[],
  settings: DensityModelSettings,
  config: DeelemaConfig,
  conjecture: Conjecture,
  context: PhaseContext
) {
  const networks = heldOutDensities(trained, settings, context);
  try {
    const { sample, progress } = context;
    const { unit } = settings;
    progress.start('evaluations');
    const options = { start, unit, conjecture, seed: config.seed };
    const fit = await fitMasses(networks, sample, 'measurement', options);
    progress.log(`measured ${fit.masses.map((mass) => mass.toFixed(2)).join(' / ')} GeV`);
    const calibration = await calibrate(fit, networks, config, conjecture, unit, context);
    const measurement = measurementOf(fit, calibration, trained, conjecture, sample.length);
    return { measurement, masses: calibration.masses };
  } finally {
    networks.dispose();
  }
}

/** Mean of the masses of trainings, GeV. */
function meanMasses(trained: readonly Snapshot[], { topology }: Conjecture): number[] {
  return massNames(topology).map((name) => {
    const values = trained.map(({ history }) => history.at(-1)!.masses[name]);
    return values.reduce((sum, value) => sum + value, 0) / values.length;
  });
}
