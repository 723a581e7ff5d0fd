import { densityArchitecture, initialWeights, massesOfGaps, massNames } from '@deelema/deelema';
import type { DensityModelSettings } from '@deelema/deelema';
import { stream } from '@deelema/random';
import type { DeelemaConfig } from '../config-type.ts';
import { INITIAL_STATE } from '../learning/optimiser.ts';
import type { Snapshot } from '../learning/snapshot.ts';
import { foldOf } from './held-out.ts';
import { roundsOf } from './phase.ts';
import type { Phase } from './phase.ts';
import type { CanonicalSample } from './sample.ts';

/** Start of ln gap and ln τ, units: masses begin near the invisible's. */
const FIRST_GAP = Math.log(0.7);
const FIRST_RESOLUTION = Math.log(0.4);
/** Share of the rounds after which M₀ is set to m̃ of the first mass. */
const APPROACH = 0.2;

/**
 * Trains one of the measuring networks, with m̃ and τ, on the events that it does not measure.
 *
 * @param fold Which network: the fold that it measures.
 * @param config Steps and learning rate.
 * @param sample The events.
 * @param settingsAt Settings of the model for a mass M₀ of the pair's density, GeV.
 */
export function measuringPhase(
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

/**
 * A measuring network before its first round.
 *
 * @param phase Its name: names the random weights.
 * @param seed Of the random weights.
 * @param settings Of the model.
 * @param reference M₀ of the pair's density, GeV; carried as the last parameter.
 */
export function beginning(
  phase: string,
  seed: number,
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
