import {
  densityArchitecture,
  gapsOfMasses,
  initialWeights,
  massesOfGaps,
  massNames,
} from '@deelema/deelema';
import type { DensityModelSettings } from '@deelema/deelema';
import type { EventFile } from '@deelema/events';
import { grv94lo } from '@deelema/parton-distributions';
import { pairPolynomial } from '@deelema/pair-production';
import type { PairPolynomial } from '@deelema/pair-production';
import { stream } from '@deelema/random';
import type { HistoryEntry, Training } from '@deelema/records';
import type { StageContext } from '@deelema/stage';
import type { Backend } from '../backend.ts';
import type { DeelemaConfig } from '../config-type.ts';
import { openCheckpoints } from '../learning/checkpoints.ts';
import { INITIAL_STATE } from '../learning/optimiser.ts';
import type { Snapshot } from '../learning/snapshot.ts';
import { calibrate } from './calibrate.ts';
import { FOLDS, foldOf, heldOutDensities } from './held-out.ts';
import { fitMasses } from './measure.ts';
import { measurementOf } from './measurement.ts';
import { normalNoise } from './noise.ts';
import { roundsOf, STEPS_PER_ROUND, trainPhase } from './phase.ts';
import type { Phase, PhaseContext } from './phase.ts';
import { eventsOf, readSample } from './sample.ts';
import type { CanonicalSample } from './sample.ts';
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

/** Start of ln gap and ln τ, units: masses begin near the invisible's. */
const FIRST_GAP = Math.log(0.7);
const FIRST_RESOLUTION = Math.log(0.4);
/** First guess of M₀ of the pair density: m_C and so many units. */
const GUESSED_GAP = 2;
/** Share of the rounds after which M₀ is set to m̃ of the first mass. */
const APPROACH = 0.2;
/** Share of the last phase over which τ falls. */
const SHARPENING = 0.6;

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

/** Density of the pair around a mass, made once. */
function productionOf({
  process,
  beamEnergy,
}: DeelemaConfig): (reference: number) => PairPolynomial {
  const partons = grv94lo();
  const made = new Map<number, PairPolynomial>();
  return (reference) => {
    const known =
      made.get(reference) ?? pairPolynomial({ process, beamEnergy, partons, reference });
    made.set(reference, known);
    return known;
  };
}

/** Network `fold` is trained on the events that it does not measure. */
function measuringPhase(
  fold: number,
  { steps, learningRate }: DeelemaConfig,
  { length }: CanonicalSample,
  settingsAt: (reference: number) => DensityModelSettings
): Phase {
  const all = Uint32Array.from({ length }, (_, i) => i);
  const approach = Math.max(1, Math.round(APPROACH * roundsOf(steps)));
  const reference = (parameters: readonly number[]): number => parameters[parameters.length - 1];
  return {
    name: `measure ${fold + 1}`,
    ...{ steps, learningRate },
    events: all.filter((i) => foldOf(i) !== fold),
    heldOut: all.filter((i) => foldOf(i) === fold),
    masses: true,
    settings: (parameters) => settingsAt(reference(parameters)),
    prepare(parameters, round) {
      if (round !== approach) return parameters;
      const { topology, mC, unit } = settingsAt(reference(parameters));
      const gaps = massNames(topology).map((_, i) => parameters[i] + Math.log(unit));
      const [heaviest] = massesOfGaps(topology, gaps, mC);
      return [...parameters.slice(0, -1), heaviest];
    },
  };
}

/** Trains network 1 on with the masses fixed, while τ falls to what the settings ask for. */
function reconstructingPhase(
  gaps: readonly number[],
  { parameters: [...trained] }: Snapshot,
  { learningRate, reconstruct: { steps, sharpness } }: DeelemaConfig,
  sample: CanonicalSample,
  settings: DensityModelSettings
): Phase {
  const before = trained.slice(gaps.length, 2 * gaps.length);
  const after = gaps.map((gap) => gap + Math.log(sharpness));
  const over = Math.max(1, SHARPENING * roundsOf(steps));
  const train = eventsOf(sample, 'train');
  return {
    name: 'reconstruct',
    ...{ steps, learningRate: learningRate / 2 },
    events: train.length > 0 ? train : Uint32Array.from({ length: sample.length }, (_, i) => i),
    heldOut: eventsOf(sample, 'validation'),
    masses: false,
    settings: () => settings,
    prepare(parameters, round) {
      const done = Math.min(1, round / over);
      const resolutions = before.map((from, i) => from + done * (Math.min(after[i], from) - from));
      return [...gaps, ...resolutions, ...parameters.slice(2 * gaps.length)];
    },
  };
}

function beginning(
  phase: string,
  { seed }: DeelemaConfig,
  settings: DensityModelSettings,
  reference: number
): Snapshot {
  const uniformOf = (layer: string): (() => number) => stream(seed, 'train', phase, layer).uniform;
  const names = massNames(settings.topology);
  return {
    epoch: 0,
    history: [],
    parameters: [...names.map(() => FIRST_GAP), ...names.map(() => FIRST_RESOLUTION), reference],
    weights: initialWeights(densityArchitecture(settings), uniformOf),
    optimiser: INITIAL_STATE,
  };
}

/** Mean of the masses of trainings, GeV. */
function meanMasses(trained: readonly Snapshot[], { topology }: Conjecture): number[] {
  return massNames(topology).map((name) => {
    const values = trained.map(({ history }) => history.at(-1)!.masses[name]);
    return values.reduce((sum, value) => sum + value, 0) / values.length;
  });
}
