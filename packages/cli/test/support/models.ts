import { join } from 'node:path';
import { initialWeights } from '@deelema/deelema';
import { stream } from '@deelema/random';
import { writeModelDirectory } from '@deelema/trained-model';
import type { ModelDescription } from '@deelema/trained-model';

const COMMON = {
  mC: [700, 700],
  auxiliary: { A: 1000, B: 800 },
  provenance: {
    ...{ deelema: '0.1.0', backend: 'cpu', sample: 'a toy', seed: 3, events: 700 },
    settings: {},
  },
} satisfies Partial<ModelDescription>;

/** An antler with roles of any name. */
export const topology = (name = 'antler', roles = ['a1', 'b1', 'a2', 'b2']) =>
  ({
    name,
    branches: [
      { steps: steps(roles[0], roles[1]), invisible: 'c1' },
      { steps: steps(roles[2], roles[3]), invisible: 'c2' },
    ],
    exchanges: [[roles[1], roles[3]]],
  }) satisfies ModelDescription['topology'];

const steps = (a: string, b: string) => [
  { mass: 'A', visibles: [a] },
  { mass: 'B', visibles: [b] },
];

const shape = (inputs: number, outputs: number) => ({
  ...{ inputs, layers: 1, width: 4, outputs },
  batchNormalisation: false,
});

/** A small network, not trained. */
export const PAPER: ModelDescription = {
  recipe: 'paper',
  ...{ ...COMMON, topology: topology(), unit: 1000, standardisation: null },
  ...{ completion: 'exact', distance: 'l1', frame: 'laboratory', pairing: 'given' },
  architecture: shape(16, 4),
};

/** A small density model, not trained. */
export const DEELEMA: ModelDescription = {
  recipe: 'deelema',
  ...{ ...COMMON, topology: topology(), unit: 150, resolutions: { A: 5, B: 4 } },
  architecture: shape(19, 15),
  density: {
    ...{
      resolution: {},
      ptmissResolution: null,
      outliers: { share: 0, broader: 10 },
      decays: 'flat',
    },
    production: {
      ...{ reference: 1000, uRange: [0.001, 1.6], ySquaredMost: 9, masses: [450, 1500], rms: 0.1 },
      terms: [{ u: 1, y: 0, c: 0, m: 0, coefficient: -5 }],
    },
  },
  solving: { draws: 4, steps: 2, tolerance: 1, seed: 3, stream: 'predict' },
};

/** A model in a folder of its own. */
export async function modelIn(
  folder: string,
  description: ModelDescription = DEELEMA
): Promise<string> {
  const dir = join(folder, 'model');
  const weights = initialWeights(description.architecture, (layer) => {
    const random = stream(5, 'test', layer);
    return () => random.uniform();
  });
  await writeModelDirectory(dir, description, weights);
  return dir;
}
