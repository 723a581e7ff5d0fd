import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  evaluationSchema,
  type Evaluation,
  type Measurements,
  type Training,
} from '@deelema/records';
import type { StageMember } from '@deelema/stage';
import { EVALUATION_FILE } from '../../../../test/support/frozen-evaluation.ts';
import { inputFolder } from '../../../stage/src/folders.ts';
import type { Documents } from '../../src/documents.ts';

/** Documents of a training that measures, of measurements by both methods, and of an evaluation. */
export function someDocuments(): Documents {
  const frozen = JSON.parse(readFileSync(EVALUATION_FILE, 'utf8')) as Evaluation;
  const evaluation = evaluationSchema.parse({
    ...frozen,
    training: TRAINING,
    measured: measured(),
    truth: { ...frozen.truth, pairing: { events: 75, right: 56, efficiency: 0.75, error: 0.05 } },
  });
  return { training: TRAINING, measurements: MEASUREMENTS, evaluation };
}

/** What the evaluation makes of the masses that the training measured. */
function measured(): Evaluation['measured'] {
  const { measurement } = TRAINING;
  if (measurement === null) return null;
  const { A, B } = measurement.masses;
  return { ...measurement, masses: { A: { ...A, pull: 0.6 }, B: { ...B, pull: -0.4 } } };
}

const parts = { statistical: null, calibration: null, network: null, uncorrected: null };

const TRAINING: Training = {
  schemaVersion: 2,
  recipe: 'deelema',
  topology: 'antler',
  auxiliary: { A: 1001.5, B: 799.25 },
  measurement: {
    masses: {
      A: { value: 1001.5, error: 2.5, ...parts },
      B: { value: 799.25, error: 3.5, ...parts },
    },
    correlation: null,
    resolutions: {},
    events: 4,
    simulatedEvents: 8,
    folds: [],
    warnings: [],
  },
  epochs: 1,
  parameters: 20,
  settings: {},
  backend: { name: 'cpu', version: '4.22.0' },
  events: { train: 4, validation: 1, test: 1 },
  lossUnit: 'nats',
  history: [],
};

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
    baseline: write('baseline', 'measurements.json', measurements),
    evaluate: write('evaluate', 'evaluation.json', evaluation),
  };
  return { name, labels, inputs };
}
