import { z } from 'zod';

/** One epoch of a training; losses in `lossUnit`. */
const historyEntry = z.object({
  /** From 1. */
  epoch: z.int(),
  learningRate: z.number(),
  /** Mean over the events of the epoch, while the weights were moving. */
  trainLoss: z.number(),
  /** Mean over the validation events after the epoch; null if there are none or it is not finite. */
  validationLoss: z.number().nullable(),
  /** m̃_A after the epoch, GeV. */
  mA: z.number(),
  /** m̃_B after the epoch, GeV. */
  mB: z.number(),
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

/** `training.json`: the auxiliary masses in GeV, and how they were found. */
export const trainingSchema = z.object({
  schemaVersion: z.literal(1),
  auxiliary: z.object({ mA: z.number(), mB: z.number() }),
  epochs: z.int(),
  /** Number of trained numbers. */
  parameters: z.int(),
  /** The settings, defaults filled in. */
  recipe: z.record(z.string(), z.json()),
  backend,
  events: splitCounts,
  /** Unit of the losses: GeV² where the distance of two masses is quadratic. */
  lossUnit: z.enum(['GeV', 'GeV²']),
  history: z.array(historyEntry),
});

/** The content of `training.json`. */
export type Training = z.output<typeof trainingSchema>;
export type HistoryEntry = z.output<typeof historyEntry>;
