import type { HistoryEntry, Training } from '@deelema/records';

/** A training record as `train` writes it with the recipe of the paper: made up, GeV. */
export const PAPER_TRAINING: Training = {
  schemaVersion: 2,
  recipe: 'paper',
  topology: 'antler',
  auxiliary: { A: 1001, B: 799 },
  measurement: null,
  epochs: 3,
  parameters: 337924,
  settings: { seed: 7, distance: 'l1', layers: 6, batch: 2048 },
  backend: { name: 'wasm', version: '4.22.0' },
  events: { train: 700, validation: 200, test: 100 },
  lossUnit: 'GeV',
  history: [1, 2, 3].map((epoch) => ({
    phase: 'train',
    epoch,
    learningRate: 0.01 / epoch,
    trainLoss: 400 / epoch,
    validationLoss: 410 / epoch,
    masses: { A: 1000 + 10 / epoch, B: 800 - 5 / epoch },
    resolutions: null,
  })),
};

/** A training record with the recipe that measures: made up, GeV; errors are the roots of the sums of squares. */
export const MEASURING_TRAINING: Training = {
  ...PAPER_TRAINING,
  recipe: 'deelema',
  auxiliary: { A: 1000.6, B: 800.5 },
  measurement: {
    masses: {
      A: {
        value: 1000.6,
        error: 1.3,
        statistical: 1.2,
        calibration: 0.4,
        network: 0.3,
        uncorrected: 999.1,
      },
      B: {
        value: 800.5,
        error: 0.7,
        statistical: 0.6,
        calibration: 0.3,
        network: 0.2,
        uncorrected: 799.9,
      },
    },
    correlation: 0.93,
    resolutions: { A: 2.5, B: 1.25 },
    events: 1000,
    simulatedEvents: 4000,
    folds: [
      { A: 998.8, B: 799.7 },
      { A: 999.4, B: 800.1 },
    ],
    warnings: ['The masses of the two halves differ by 4.2 errors.'],
    experiments: {
      events: 1000,
      failed: 1,
      pulls: {
        A: { mean: 0.5, meanError: 0.25, width: 0.5, widthError: 0.25, values: [0, 0.75, 0.75] },
        B: { mean: -0.25, meanError: 0.5, width: 1.25, widthError: 0.5, values: [-1, -1, 1.25] },
      },
      warnings: [],
    },
  },
  epochs: 5,
  settings: { seed: 7, recipe: 'deelema' },
  lossUnit: 'nats',
  history: [...phase('measure 1', 3), ...phase('measure 2', 2)],
};

function phase(name: string, epochs: number): HistoryEntry[] {
  return Array.from({ length: epochs }, (_, i) => ({
    phase: name,
    epoch: i + 1,
    learningRate: 1e-3 / (i + 1),
    trainLoss: 31 - i,
    validationLoss: 31.5 - i,
    masses: { A: 999 - 20 / (i + 1), B: 799 - 15 / (i + 1) },
    resolutions: { A: 20 / (i + 1), B: 10 / (i + 1) },
  }));
}
