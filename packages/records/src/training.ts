import { z } from 'zod';

/** One epoch of a training; masses in GeV, losses in their unit, null where they were not finite. */
const historyEntry = z.object({
  epoch: z.int(),
  learningRate: z.number(),
  trainLoss: z.number().nullable(),
  validationLoss: z.number().nullable(),
  mA: z.number(),
  mB: z.number(),
});

/** Numbers of events in the three splits. */
export const splitCounts = z.object({
  train: z.int(),
  validation: z.int(),
  test: z.int(),
});

/** `training.json`: the auxiliary masses in GeV, and how they were found. */
export const trainingSchema = z.object({
  schemaVersion: z.literal(1),
  auxiliary: z.object({ mA: z.number(), mB: z.number() }),
  epochs: z.int(),
  finished: z.literal(true),
  /** Number of trained numbers. */
  parameters: z.int(),
  /** The settings, defaults filled in. */
  recipe: z.record(z.string(), z.json()),
  backend: z.object({ name: z.string(), version: z.string() }),
  events: splitCounts,
  /** Unit of the losses: GeV² where the distance of two masses is quadratic. */
  lossUnit: z.enum(['GeV', 'GeV²']),
  history: z.array(historyEntry),
});

/** The content of `training.json`. */
export type Training = z.output<typeof trainingSchema>;
