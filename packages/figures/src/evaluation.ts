import { z } from 'zod';

const defined = z.number().nullable();

const histogram = z.object({
  low: z.number(),
  high: z.number(),
  counts: z.array(z.number()),
  underflow: z.number(),
  overflow: z.number(),
});

const heatMap = z.object({
  component: z.string(),
  low: z.number(),
  high: z.number(),
  bins: z.int(),
  counts: z.array(z.number()),
  outside: z.number(),
});

const momentumMetrics = z.object({
  events: z.int(),
  components: z.array(z.object({ component: z.string(), correlation: defined })),
});

const truth = z.object({
  masses: z.object({ A: z.object({ median: defined }), B: z.object({ median: defined }) }),
  unexchanged: momentumMetrics,
  heatMaps: z.array(heatMap),
});

const historyEntry = z.object({
  epoch: z.int(),
  trainLoss: defined,
  validationLoss: defined,
  mA: z.number(),
  mB: z.number(),
});

/** What the figures need of `evaluation.json`; further keys are left alone. */
export const evaluationSchema = z.object({
  schemaVersion: z.literal(1),
  sample: z.string(),
  split: z.string(),
  events: z.int(),
  exchangedEvents: z.int(),
  sumOfWeights: z.number(),
  auxiliary: z.object({ mA: z.number(), mB: z.number() }),
  histograms: z.object({
    m_A1: histogram,
    m_A2: histogram,
    m_B1: histogram,
    m_B2: histogram,
    mt2_b: histogram,
    mt2_ab: histogram,
  }),
  truth: truth.nullable(),
  training: z.object({
    recipe: z.record(z.string(), z.json()),
    lossUnit: z.string(),
    history: z.array(historyEntry),
  }),
});

/** What the figures are made of; GeV. */
export type Evaluation = z.infer<typeof evaluationSchema>;
export type Histogram = z.infer<typeof histogram>;
export type HeatMap = z.infer<typeof heatMap>;
