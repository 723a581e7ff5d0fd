import { z } from 'zod';

/** Numbers by the name of a mass of the topology, e.g. `A`, `B`. */
const byMass = z.record(z.string(), z.number());

/** One epoch of one phase of a training; losses in `lossUnit`. */
const historyEntry = z.object({
  /** `train` of the recipe paper; `measure 1`, `measure 2` of deelema. */
  phase: z.string(),
  /** From 1 in each phase. */
  epoch: z.int(),
  learningRate: z.number(),
  /** Mean over the events of the epoch, while the weights were moving. */
  trainLoss: z.number(),
  /** Mean over the validation events after the epoch; null if there are none or it is not finite. */
  validationLoss: z.number().nullable(),
  /** Auxiliary masses m̃ after the epoch, GeV. */
  masses: byMass,
  /** Their resolutions τ after the epoch, GeV; null where the loss has none. */
  resolutions: byMass.nullable(),
});

/** Numbers of events in the three splits. */
export const splitCounts = z.object({
  train: z.int(),
  validation: z.int(),
  test: z.int(),
});

/** What computed: all of it that decides the last bits of the result. */
const backend = z.object({
  name: z.string(),
  /** Of its npm package. */
  version: z.string(),
  /** Of onnxruntime: what carried out its graphs. */
  provider: z.string().optional(),
  /** Of onnxruntime. */
  threads: z.int().optional(),
  /** Processor or GPU; absent where the result does not depend on it. */
  device: z.string().optional(),
});

/** A part of an error, GeV; null where it is not known. */
const error = z.number().nonnegative().nullable();

/** One measured mass, GeV. */
export const measuredMass = z.object({
  value: z.number(),
  /** √(statistical² + calibration² + network²). */
  error,
  /** From replicas of the events. */
  statistical: error,
  /** Of the bias that simulated events tell. */
  calibration: error,
  /** How far networks trained on different events disagree. */
  network: error,
  /** Before the bias was subtracted; null where it was not. */
  uncorrected: z.number().nullable(),
});

/** Pulls (measured − true)/error of one mass; null where fewer than two are known. */
const pulls = z.object({
  mean: z.number().nullable(),
  meanError: error,
  width: error,
  widthError: error,
  values: z.array(z.number()),
});

/** The measurement repeated on samples simulated at the measured masses. */
const experiments = z.object({
  /** Events of each. */
  events: z.int(),
  /** How many found no clear maximum, hence no pull. */
  failed: z.int(),
  /** By the name of the mass. */
  pulls: z.record(z.string(), pulls),
  /** Why the errors may not be trusted: sentences. */
  warnings: z.array(z.string()),
});

/** The masses at the highest likelihood of events that the networks were not trained on. */
export const measurementSchema = z.object({
  /** By the name of the mass. */
  masses: z.record(z.string(), measuredMass),
  /** Of the errors of the first two masses, in [−1, 1]. */
  correlation: z.number().nullable(),
  /** τ at the highest likelihood, GeV. */
  resolutions: byMass,
  /** Events that entered. */
  events: z.int(),
  /** Simulated events of the calibration. */
  simulatedEvents: z.int(),
  /** The masses from each half of the events alone, before the bias was subtracted, GeV. */
  folds: z.array(byMass),
  /** Why the result may not be trusted: sentences. */
  warnings: z.array(z.string()),
  /** Absent if none were asked for. */
  experiments: experiments.optional(),
});

/** `training.json`: the masses in GeV, and how they were found. */
export const trainingSchema = z.object({
  schemaVersion: z.literal(2),
  /** `paper`: the loss of PRR 5, 043186; `deelema`: the density of the events. */
  recipe: z.enum(['paper', 'deelema']),
  /** Name of the decay topology. */
  topology: z.string(),
  /** The masses that the training reports, GeV: those of `measurement` where there is one. */
  auxiliary: byMass,
  /** Null where the recipe does not measure. */
  measurement: measurementSchema.nullable(),
  /** Of all phases together. */
  epochs: z.int(),
  /** Number of trained numbers. */
  parameters: z.int(),
  /** Of the stage, defaults filled in. */
  settings: z.record(z.string(), z.json()),
  backend,
  events: splitCounts,
  /** Unit of the losses: GeV² where the distance of two masses is quadratic, nats of a likelihood. */
  lossUnit: z.enum(['GeV', 'GeV²', 'nats']),
  history: z.array(historyEntry),
});

/** The content of `training.json`. */
export type Training = z.output<typeof trainingSchema>;
export type HistoryEntry = z.output<typeof historyEntry>;
export type TrainingMeasurement = z.output<typeof measurementSchema>;
