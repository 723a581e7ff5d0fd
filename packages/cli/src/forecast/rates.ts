/**
 * What stages cost on one machine: two cores of an AMD EPYC, Node 20, onnxruntime 1.30 on the processor.
 *
 * Read off the records (`run.json`) of 330 runs of the pipelines and studies of this repository, so that most lie
 * within a factor of 1.6. The machine did other work at times, by which single records of one task differ as much.
 * `node bench/forecast/run.mjs` compares them with the records of a workspace.
 * Seconds and bytes, unless a name says otherwise.
 */
export const RATES = {
  /** Nx and Node before and after a task; `run.json` does not count it. */
  taskStart: 1,
  generate: {
    start: 0.25,
    perEvent: { toy: 5.5e-6, ttbar: 8e-6, file: 15e-6 },
    smearingPerEvent: 3e-6,
  },
  preprocess: { start: 0.15, perEvent: 2.6e-6, scalingBytes: 2_000 },
  compare: { start: 1, perEvent: 15e-6, bytes: 2_650_000 },
  contaminate: { start: 0.09, perEvent: 1.3e-6 },
  train: {
    start: 1.2,
    /** Of the recipe deelema, at 32 draws, 4 × 128 nodes and two pairings. */
    density: {
      /** Of one event in one optimiser step. */
      perStep: 85e-6,
      /** Of one event at one point of a fit of two masses, all its Newton steps together. */
      perPoint: 30e-6,
      /** Shares of the two that go with the draws and with the parameters of the network. */
      draws: 0.8,
      network: 0.2,
      parameters: 54_000,
      /** Factor where energies or pTmiss are smeared. */
      smeared: 1.4,
      recordBytes: 190_000,
    },
    /** Of the recipe paper. */
    distances: {
      perEvent: 6e-6,
      perEventAndParameter: 85e-12,
      perStep: 2e-3,
      batchNormalisation: 1.25,
      blind: 1.7,
      canonical: 1.15,
      recordBytes: 35_000,
    },
    /** The weights and the model as ONNX hold each parameter in four bytes. */
    bytesPerParameter: 8,
  },
  baseline: {
    start: 1.1,
    perEvent: 10e-6,
    /** Of one variable of one event; M_T2 and M_2CC have closed starts, the others are searched. */
    perVariable: { fast: 1e-6, slow: 2e-5 },
    /** Of one event at 31 × 31 trial masses. */
    solvabilityPerEvent: 3e-3,
    likelihoodPerEvent: 4e-3,
    /** With widths or a resolution, at 256 draws. */
    smearedLikelihoodPerEvent: 27e-3,
    measurementBytes: 5_000,
  },
  evaluate: {
    start: 0.9,
    perEvent: 0.05e-3,
    /** Of the fits of endpoints to a hundred replicas. */
    perEventAndHundredReplicas: { sharp: 0.2e-3, smeared: 1.2e-3 },
    bytes: 120_000,
  },
  figures: { seconds: 1.6, bytes: 1_500_000 },
  report: { seconds: 0.12, bytes: 900_000 },
  collect: { start: 0.15, perMember: 0.01, bytes: 25_000, bytesPerMember: 4_000 },
  charts: { start: 0.2, perChart: 0.7, bytesPerChart: 170_000 },
  /** No record: as a report for each member. */
  summary: { start: 0.2, perMember: 0.12, bytes: 100_000, bytesPerMember: 900_000 },
} as const;
