import { ANTLER, COMPLETIONS, densityArchitecture, initialWeights } from '@deelema/deelema';
import type { Weight } from '@deelema/deelema';
import { openSource } from '@deelema/events';
import type { EventBatch } from '@deelema/events';
import { stream } from '@deelema/random';
import { GLUINO_SAMPLE, sampleFile, TOP_SAMPLE } from '../../../test/support/samples.ts';
import { densityModelSettings, loadModel, solveEvents } from '../src/index.ts';
import type { DensityDescription, PaperDescription, SolveOptions } from '../src/index.ts';

/** A sample of a full generator: its first events. */
export async function sampleEvents(limit: number, name: string = GLUINO_SAMPLE) {
  const source = await openSource(sampleFile(name), { limit });
  const batches: EventBatch[] = [];
  for await (const batch of source.batches) batches.push(batch);
  await source.close();
  return batches[0];
}
export { GLUINO_SAMPLE, TOP_SAMPLE };

const PROVENANCE = {
  deelema: '0.1.0',
  backend: 'cpu 4.22.0',
  sample: 'a toy',
  seed: 3,
  events: 700,
  settings: { seed: 3, layers: 2 },
};

/** A small network of the recipe `paper`, for masses of 1000, 800 and 700 GeV. */
export function paperDescription(
  changes: Partial<PaperDescription> = {},
  inputs = 16
): PaperDescription {
  const completion = changes.completion ?? 'exact';
  return {
    recipe: 'paper',
    topology: mutable(ANTLER),
    mC: [700, 700],
    unit: 1000,
    architecture: {
      ...{ inputs, layers: 2, width: 8, batchNormalisation: false },
      outputs: COMPLETIONS[completion].outputs,
    },
    auxiliary: { A: 1000, B: 800 },
    provenance: PROVENANCE,
    ...{ completion, distance: 'l1', frame: 'laboratory', pairing: 'given' },
    standardisation: null,
    ...changes,
  };
}

/** A rough density of a pair: falls with √ŝ and with rapidity, rises a little along the beam. */
const PRODUCTION: DensityDescription['density']['production'] = {
  reference: 1000,
  terms: [
    { u: 0, y: 0, c: 0, m: 0, coefficient: 0.5 },
    { u: 1, y: 0, c: 0, m: 0, coefficient: -5 },
    { u: 2, y: 0, c: 0, m: 1, coefficient: 0.4 },
    { u: 0, y: 1, c: 0, m: 0, coefficient: -2 },
    { u: 1, y: 1, c: 1, m: 0, coefficient: -0.3 },
    { u: 0, y: 0, c: 1, m: 0, coefficient: 0.6 },
  ],
  uRange: [0.001, 1.6],
  ySquaredMost: 9,
  masses: [450, 1500],
  rms: 0.05,
};

/** Energy resolution of jets, as in test run (C) of PRR 5, 043186. */
export const JETS = {
  pt: [10, 20, 30, 50, 100, 400, 1000],
  resolution: [0.4, 0.28, 0.19, 0.13, 0.1, 0.06, 0.05],
};

/** A small model of the recipe `deelema`; untrained, but one Gauss–Newton step finds the masses. */
export function densityDescription(
  density: Partial<DensityDescription['density']> = {},
  changes: Partial<DensityDescription> = {}
): DensityDescription {
  const draft: DensityDescription = {
    recipe: 'deelema',
    topology: mutable(ANTLER),
    mC: [700, 700],
    unit: 150,
    architecture: { inputs: 19, layers: 2, width: 8, outputs: 15, batchNormalisation: false },
    auxiliary: { A: 1000, B: 800 },
    provenance: PROVENANCE,
    resolutions: { A: 5, B: 4 },
    density: {
      resolution: {},
      ptmissResolution: null,
      production: PRODUCTION,
      outliers: { share: 0.01, broader: 10 },
      decays: 'flat',
      ...density,
    },
    solving: { draws: 6, steps: 2, tolerance: 1, seed: 3, stream: 'predict' },
    ...changes,
  };
  const { inputs, layers, width, outputs } = densityArchitecture(densityModelSettings(draft));
  const architecture = { inputs, layers, width, outputs, batchNormalisation: false };
  return { ...draft, architecture };
}

/** Weights before any training. */
export function weightsOf({
  architecture,
}: Pick<DensityDescription | PaperDescription, 'architecture'>): Weight[] {
  return initialWeights(architecture, (layer) => {
    const random = stream(11, 'test', layer);
    return () => random.uniform();
  });
}

function mutable<T>(value: T): Mutable<T> {
  return structuredClone(value) as Mutable<T>;
}

type Mutable<T> = T extends string | number ? T : { -readonly [K in keyof T]: Mutable<T[K]> };

/** Applies a model to events. */
export async function solved(
  description: DensityDescription | PaperDescription,
  events: EventBatch,
  options: SolveOptions = {}
): Promise<EventBatch> {
  const model = loadModel(description, weightsOf(description));
  try {
    return await solveEvents(model, events, options);
  } finally {
    model.dispose();
  }
}
