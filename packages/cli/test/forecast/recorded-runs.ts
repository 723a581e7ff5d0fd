/** One recorded run: what `run.json` and `manifest.json` said of it. */
export interface RecordedRun {
  readonly what: string;
  readonly stage: string;
  readonly settings: object;
  /** Events that the stage read; of `evaluate` those of its split. */
  readonly events: number;
  /** Bytes of an event as generated. */
  readonly eventBytes?: number;
  readonly members?: number;
  readonly seconds: number;
  readonly bytes: number;
}

const DENSITY = {
  recipe: 'deelema',
  layers: 4,
  width: 128,
  draws: 32,
  batch: 512,
  steps: 1000,
  events: 200_000,
  simulation: { rounds: 1, events: 50_000 },
  experiments: 0,
  resolution: {},
};
const DISTANCES = {
  recipe: 'paper',
  layers: 6,
  width: 256,
  batchNormalisation: true,
  ptmissInput: false,
  frame: 'laboratory',
  pairing: 'given',
  batch: 2048,
  epochs: 100,
};
const SMALL_DISTANCES = {
  ...DISTANCES,
  ...{ layers: 4, width: 128, batchNormalisation: false, batch: 256, epochs: 40 },
};
const VARIABLES = { variables: ['mt2_b', 'mt2_ab', 'm2cc_b', 'm2cc_ab'] };
const SOLVABILITY = { events: 1000, points: 31 };
const ONE_STEP = {
  branches: [[{ mass: 'A' }], [{ mass: 'A' }]],
  exchanges: [['b1', 'b2']],
};
const FOUR_MASSES = {
  branches: [
    [{ mass: 'A' }, { mass: 'B' }],
    [{ mass: 'D' }, { mass: 'E' }],
  ],
  exchanges: [['b1', 'b2']],
};

/**
 * Runs of November 2026 on two cores of an AMD EPYC, Node 20, onnxruntime 1.30: the pipelines and studies of this
 * repository. Of tasks that differ in nothing that should cost time, the median.
 */
export const RECORDED: readonly RecordedRun[] = [
  {
    what: '30 000 toy events',
    stage: 'generate',
    settings: { source: 'toy', events: 30_000 },
    ...{ events: 30_000, seconds: 0.395, bytes: 6_607_546 },
  },
  {
    what: '200 000 events of t t̄',
    stage: 'generate',
    settings: { source: 'ttbar', events: 200_000 },
    ...{ events: 200_000, seconds: 1.84, bytes: 44_012_122 },
  },
  {
    what: '30 000 events of t t̄, b jets smeared',
    stage: 'generate',
    settings: { source: 'ttbar', events: 30_000, smearing: { objects: { a: {} } } },
    ...{ events: 30_000, seconds: 0.441, bytes: 8_529_682 },
  },
  {
    what: '5 000 events of an .lhe.gz file',
    stage: 'generate',
    settings: { source: 'file' },
    ...{ events: 5_000, seconds: 0.419, bytes: 1_107_650 },
  },
  {
    what: '200 000 events',
    stage: 'preprocess',
    settings: { split: [0.7, 0.2, 0.1] },
    ...{ events: 200_000, seconds: 0.679, bytes: 44_214_386 },
  },
  {
    what: '200 000 events',
    stage: 'compare',
    settings: {},
    ...{ events: 200_000, seconds: 4.022, bytes: 2_629_658 },
  },
  {
    what: '30 000 events',
    stage: 'contaminate',
    settings: { fraction: 0.2 },
    ...{ events: 30_000, seconds: 0.151, bytes: 6_667_842 },
  },
  {
    what: '30 000 events with background',
    stage: 'contaminate',
    settings: { fraction: 0.2, background: { fraction: 0.05, seed: 73 } },
    ...{ events: 30_000, seconds: 0.171, bytes: 6_697_994 },
  },
  {
    what: 'recipe deelema, 1 000 steps',
    stage: 'train',
    settings: DENSITY,
    ...{ events: 30_000, seconds: 135.334, bytes: 3_904_913 },
  },
  {
    what: 'recipe deelema, 600 steps, nothing simulated',
    stage: 'train',
    settings: { ...DENSITY, steps: 600, simulation: { rounds: 0, events: 50_000 } },
    ...{ events: 30_000, seconds: 58.024, bytes: 3_899_355 },
  },
  {
    what: 'recipe deelema, 600 steps, 5 000 events',
    stage: 'train',
    settings: { ...DENSITY, steps: 600 },
    ...{ events: 5_000, seconds: 44.157, bytes: 1_174_553 },
  },
  {
    what: 'recipe deelema, 100 000 events',
    stage: 'train',
    settings: DENSITY,
    ...{ events: 100_000, seconds: 205.652, bytes: 11_535_821 },
  },
  {
    what: 'recipe deelema, smeared t t̄',
    stage: 'train',
    settings: { ...DENSITY, resolution: { a: {} } },
    ...{ events: 30_000, seconds: 159.998, bytes: 3_958_169 },
  },
  {
    what: 'recipe deelema, 20 pseudo-experiments',
    stage: 'train',
    settings: { ...DENSITY, events: 3000, steps: 300, batch: 256, experiments: 20 },
    ...{ events: 30_000, seconds: 421.421, bytes: 3_896_902 },
  },
  {
    what: 'recipe deelema, one mass',
    stage: 'train',
    settings: { ...DENSITY, steps: 600, topology: ONE_STEP },
    ...{ events: 30_000, seconds: 75.52, bytes: 3_312_421 },
  },
  {
    what: 'recipe deelema, four masses',
    stage: 'train',
    settings: { ...DENSITY, steps: 600, topology: FOUR_MASSES },
    ...{ events: 30_000, seconds: 436.689, bytes: 3_906_269 },
  },
  {
    what: 'recipe paper, 6 × 256, 100 epochs',
    stage: 'train',
    settings: DISTANCES,
    ...{ events: 30_000, seconds: 97.308, bytes: 5_807_714 },
  },
  {
    what: 'recipe paper, 4 × 128, 40 epochs',
    stage: 'train',
    settings: SMALL_DISTANCES,
    ...{ events: 30_000, seconds: 17.124, bytes: 3_464_186 },
  },
  {
    what: 'recipe paper, canonical and blind',
    stage: 'train',
    settings: { ...SMALL_DISTANCES, frame: 'canonical', pairing: 'blind' },
    ...{ events: 30_000, seconds: 29.818, bytes: 3_529_603 },
  },
  {
    what: 'recipe paper, 2 × 32, 3 epochs',
    stage: 'train',
    settings: { ...DISTANCES, layers: 2, width: 32, batch: 256, epochs: 3 },
    ...{ events: 5_000, seconds: 1.395, bytes: 540_552 },
  },
  {
    what: 'variables of 30 000 events',
    stage: 'baseline',
    settings: VARIABLES,
    ...{ events: 30_000, seconds: 1.943, bytes: 5_466_952 },
  },
  {
    what: 'variables of 100 000 events',
    stage: 'baseline',
    settings: VARIABLES,
    ...{ events: 100_000, seconds: 2.404, bytes: 18_208_480 },
  },
  {
    what: 'solvability of 1 000 events',
    stage: 'baseline',
    settings: { ...VARIABLES, solvability: SOLVABILITY },
    ...{ events: 30_000, seconds: 4.217, bytes: 5_475_802 },
  },
  {
    what: 'likelihood of 2 000 events',
    stage: 'baseline',
    settings: { ...VARIABLES, solvability: SOLVABILITY, likelihood: { events: 2000 } },
    ...{ events: 30_000, seconds: 13.147, bytes: 5_476_217 },
  },
  {
    what: 'likelihood of 500 smeared events',
    stage: 'baseline',
    settings: {
      ...VARIABLES,
      solvability: SOLVABILITY,
      likelihood: { events: 500, draws: 256, widthA: 1.4915, resolution: { a: {} } },
    },
    ...{ events: 30_000, seconds: 17.516, bytes: 5_476_629 },
  },
  {
    what: '3 000 test events',
    stage: 'evaluate',
    settings: { split: 'all', endpoint: { replicas: 100, smeared: false } },
    ...{ events: 3_000, seconds: 1.85, bytes: 115_386 },
  },
  {
    what: '10 000 test events',
    stage: 'evaluate',
    settings: { split: 'all', endpoint: { replicas: 100, smeared: false } },
    ...{ events: 10_000, seconds: 2.397, bytes: 119_342 },
  },
  {
    what: '3 000 test events, edges smeared',
    stage: 'evaluate',
    settings: { split: 'all', endpoint: { replicas: 100, smeared: true } },
    ...{ events: 3_000, seconds: 4.386, bytes: 130_518 },
  },
  {
    what: 'four figures',
    stage: 'figures',
    settings: { width: 880, scale: 2 },
    ...{ events: 0, seconds: 1.774, bytes: 1_443_269 },
  },
  {
    what: 'a page',
    stage: 'report',
    settings: {},
    ...{ events: 0, seconds: 0.119, bytes: 965_813 },
  },
  {
    what: '14 members',
    stage: 'collect',
    settings: {},
    ...{ events: 0, members: 14, seconds: 0.387, bytes: 86_035 },
  },
  {
    what: 'one figure of 20 members',
    stage: 'charts',
    settings: { draw: [{ kind: 'training' }] },
    ...{ events: 0, members: 20, seconds: 1.261, bytes: 327_387 },
  },
];
