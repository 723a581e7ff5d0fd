import { join } from 'node:path';
import { massNames } from '@deelema/deelema';
import type { DensityModelSettings } from '@deelema/deelema';
import { openEvents } from '@deelema/events';
import type { EventFile } from '@deelema/events';
import { measurementSchema } from '@deelema/records';
import type { HistoryEntry } from '@deelema/records';
import { readSelections } from '@deelema/selection';
import type { Selection } from '@deelema/selection';
import type { StageContext } from '@deelema/stage';
import type { Backend } from '../backend.ts';
import type { DeelemaConfig } from '../config-type.ts';
import { openCheckpoints } from '../learning/checkpoints.ts';
import { remembered } from '../learning/remembered.ts';
import type { Snapshot } from '../learning/snapshot.ts';
import { pseudoExperiments } from './experiments.ts';
import { measureSample, trainNetworks } from './measure-sample.ts';
import type { Laboratory, Measurement } from './measure-sample.ts';
import { normalNoise } from './noise.ts';
import { STEPS_PER_ROUND, trainPhase } from './phase.ts';
import { productionOf } from './production.ts';
import { readSample } from './sample.ts';
import { conjectureOf, modelSettings } from './settings.ts';
import type { Conjecture } from './settings.ts';

/** What the recipe found. */
export interface DeelemaResult {
  readonly settings: DensityModelSettings;
  readonly conjecture: Conjecture;
  /** The network that solves events: the first of the two. */
  readonly snapshot: Snapshot;
  readonly history: readonly HistoryEntry[];
  readonly masses: Readonly<Record<string, number>>;
  readonly measurement: Measurement;
  /** Optimiser steps of this run times events. */
  readonly eventsSeen: number;
  /** Rounds of all phases that earlier runs had done. */
  readonly resumedAfterEpoch: number;
}

/**
 * The recipe `deelema`: measures the masses with two networks and corrects them by simulated events; then, if asked
 * for, repeats the measurement on simulated samples.
 *
 * @param file Events.
 * @param backend In use.
 * @param context Settings, where checkpoints go, whom to tell.
 * @throws InputError if the data or the settings do not allow it, or a loss is not finite.
 */
export async function trainDeelema(
  file: EventFile,
  backend: Backend,
  { config, inputs, scratch, progress, signal }: StageContext<DeelemaConfig>
): Promise<DeelemaResult> {
  const made = await selectionsOf(inputs.preprocess.path('events'));
  const conjecture = conjectureOf(config, made);
  const { sample, unit } = await readSample(file, conjecture, config.events, signal);
  if (sample.length < file.rows) {
    progress.log(`taking the first ${sample.length} of ${file.rows} events: train.events`);
  }
  const { seed, batch, draws } = config;
  const context = { sample, noise: normalNoise(seed), seed, batch, draws, progress, signal };
  const key = JSON.stringify([config, backend, sample.length, unit, conjecture.selections]);
  const done = { eventsSeen: 0, resumedAfterEpoch: 0 };
  const production = productionOf(config);
  const laboratory: Laboratory = {
    ...{ config, conjecture, unit },
    settingsAt: (reference) => modelSettings(config, conjecture, unit, production(reference)),
    async run(phase, start, whose) {
      const prefix = phase.name.replaceAll(' ', '-');
      const checkpoints = openCheckpoints(scratch, prefix, key, (line) => progress.log(line));
      const { snapshot, resumedAfter } = await trainPhase(phase, start, whose, checkpoints);
      done.eventsSeen += Math.max(0, phase.steps - resumedAfter * STEPS_PER_ROUND) * batch;
      done.resumedAfterEpoch += resumedAfter;
      return snapshot;
    },
  };
  const keep = (name: string, compute: () => Promise<Measurement>): Promise<Measurement> =>
    remembered(join(scratch, `${name}.json`), key, measurementSchema, compute);

  const networks = await trainNetworks(laboratory, context);
  const measurement = await keep('measurement', () => measureSample(networks, laboratory, context));
  const { settings, trained } = networks;
  const names = massNames(conjecture.topology);
  const experiments = await pseudoExperiments(measurement.masses, laboratory, context, keep);
  return {
    ...{ settings, conjecture, snapshot: trained[0] },
    measurement: { ...measurement, ...experiments },
    history: trained.flatMap(({ history }) => history),
    masses: Object.fromEntries(names.map((name) => [name, measurement.masses[name].value])),
    ...done,
  };
}

/** The cuts of preprocess, from its own file: a program in the place of contaminate may hand on the events alone. */
async function selectionsOf(path: string): Promise<Selection[]> {
  const file = await openEvents(path);
  try {
    return readSelections(file);
  } finally {
    await file.close();
  }
}
