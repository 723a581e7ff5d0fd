import { densityArchitecture, initialWeights, massNames } from '@deelema/deelema';
import { grv94lo } from '@deelema/parton-distributions';
import { pairPolynomial } from '@deelema/pair-production';
import { stream } from '@deelema/random';
import { createProgress } from '@deelema/stage';
import { openEvents } from '@deelema/events';
import type { EventBatch } from '@deelema/events';
import { join } from 'node:path';
import type { DeelemaConfig } from '../../src/config-type.ts';
import { normalNoise } from '../../src/deelema/noise.ts';
import type { PhaseContext } from '../../src/deelema/phase.ts';
import { readSample } from '../../src/deelema/sample.ts';
import { conjectureOf, modelSettings } from '../../src/deelema/settings.ts';
import { INITIAL_STATE } from '../../src/learning/optimiser.ts';
import type { Snapshot } from '../../src/learning/snapshot.ts';
import { temporaryFolder, writeInputs } from '../support.ts';

/** What the parts of the recipe are given, over real events. */
export async function prepare(events: EventBatch, config: DeelemaConfig) {
  const folder = temporaryFolder();
  await writeInputs(folder.dir, events);
  const { signal } = new AbortController();
  const file = await openEvents(join(folder.dir, 'events.arrow'));
  const conjecture = conjectureOf(config);
  const { sample, unit } = await readSample(file, conjecture, events.length, signal);
  await file.close();
  folder.remove();
  const { process, beamEnergy, seed, batch, draws } = config;
  const production = pairPolynomial({ process, beamEnergy, partons: grv94lo(), reference: 1000 });
  const settings = modelSettings(config, conjecture, unit, production);
  const progress = createProgress('test', { stream: { write: () => true } });
  const context: PhaseContext = {
    ...{ sample, noise: normalNoise(seed), seed, batch, draws, progress, signal },
  };
  /** A network with weights of its own and masses near those of the toy. */
  const beginning = (name: string): Snapshot => ({
    epoch: 0,
    history: [],
    parameters: massNames(settings.topology)
      .flatMap(() => Math.log(0.5))
      .concat([-1, -1, 1000]),
    weights: initialWeights(
      densityArchitecture(settings),
      (layer) => stream(1, name, layer).uniform
    ),
    optimiser: INITIAL_STATE,
  });
  return { conjecture, sample, unit, settings, context, beginning };
}
