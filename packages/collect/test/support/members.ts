import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Documents } from '@deelema/quantities';
import type { Measurements } from '@deelema/records';
import type { StageMember } from '@deelema/stage';
import { measuredEvaluation } from '../../../../test/support/frozen-evaluation.ts';
import { MEASURING_TRAINING } from '../../../../test/support/trainings.ts';
import { inputFolder } from '../../../stage/src/folders.ts';

/** Documents of a training that measures, of measurements by both methods, and of the evaluation. */
export function someDocuments(): Documents {
  return {
    training: MEASURING_TRAINING,
    measurements: MEASUREMENTS,
    evaluation: measuredEvaluation(),
  };
}

const common = { correlation: 0.5, events: 100, details: {} };

const MEASUREMENTS: Measurements = {
  schemaVersion: 1,
  likelihood: {
    mA: { value: 1000.75, error: 1.25 },
    mB: { value: 800.5, error: null },
    unsolvable: 1,
    logLikelihood: -4,
    ...common,
  },
  solvability: {
    mA: { value: 998.25, error: 12 },
    mB: { value: 801.75, error: 9 },
    map: { mA: [1], mB: [1], fractions: [1] },
    curve: null,
    ...common,
  },
};

/** Writes what the stages of a member wrote. */
export function writeMember(
  base: string,
  name: string,
  labels: Readonly<Record<string, string>>,
  { training, measurements, evaluation }: Documents
): StageMember {
  const write = (stage: string, file: string, document: unknown) => {
    const dir = join(base, name, stage);
    mkdirSync(dir, { recursive: true });
    writeFileSync(join(dir, file), JSON.stringify(document));
    return inputFolder(stage, dir);
  };
  const inputs = {
    train: write('train', 'training.json', training),
    ...(measurements && { baseline: write('baseline', 'measurements.json', measurements) }),
    evaluate: write('evaluate', 'evaluation.json', evaluation),
  };
  return { name, labels, inputs };
}
