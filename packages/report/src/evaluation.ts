import { z } from 'zod';

const defined = z.number().nullable();

const peak = z.object({ value: defined, binWidth: z.number() });

const massStatistics = z.object({
  events: z.int(),
  nonFinite: z.int(),
  mean: defined,
  meanError: defined,
  width: defined,
  median: defined,
  quantile16: defined,
  quantile84: defined,
  peak,
});

const baselineStatistics = z.object({
  events: z.int(),
  nonFinite: z.int(),
  mean: defined,
  max: defined,
  quantile99: defined,
});

const trueMass = z.object({ width: defined, median: defined, auxiliaryDeviation: defined });

const momentumMetrics = z.object({
  events: z.int(),
  components: z.array(
    z.object({
      component: z.string(),
      correlation: defined,
      residualMean: defined,
      residualWidth: defined,
    })
  ),
});

/** What the page needs of `evaluation.json`; further keys are left alone. */
export const evaluationSchema = z.object({
  schemaVersion: z.literal(1),
  sample: z.string(),
  split: z.enum(['train', 'validation', 'test', 'all']),
  events: z.int(),
  exchangedEvents: z.int(),
  negativeWeights: z.int(),
  sumOfWeights: z.number(),
  auxiliary: z.object({ mA: z.number(), mB: z.number() }),
  masses: z.object({
    m_A1: massStatistics,
    m_A2: massStatistics,
    m_B1: massStatistics,
    m_B2: massStatistics,
  }),
  baselines: z.object({ mt2_b: baselineStatistics, mt2_ab: baselineStatistics }),
  truth: z
    .object({
      masses: z.object({ A: trueMass, B: trueMass }),
      unexchanged: momentumMetrics,
      exchanged: momentumMetrics,
    })
    .nullable(),
  training: z.object({
    epochs: z.int(),
    parameters: z.int(),
    backend: z.object({ name: z.string(), version: z.string() }),
    events: z.object({ train: z.int(), validation: z.int(), test: z.int() }),
    recipe: z.record(z.string(), z.json()),
  }),
});

/** What the page tells; GeV. */
export type Evaluation = z.infer<typeof evaluationSchema>;

export type Split = Evaluation['split'];
