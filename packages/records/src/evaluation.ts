import { z } from 'zod';
import { counts, defined } from './defined.ts';
import { endpointSchema } from './endpoint.ts';
import { measurementsSchema } from './measurements.ts';
import { peakSchema } from './peak.ts';
import { publishedSchema } from './published.ts';
import { measuredMass, measurementSchema, trainingSchema } from './training.ts';
import { truthSchema } from './truth.ts';

/** One per-event mass; GeV. `width` is σ; `quantile025` and `quantile975` enclose 95 % of the events. */
const massStatistics = z.strictObject({
  ...counts,
  mean: defined,
  meanError: defined,
  width: defined,
  median: defined,
  quantile025: defined,
  quantile16: defined,
  quantile84: defined,
  quantile975: defined,
  peak: peakSchema,
});

/** One baseline; GeV. The mass is read at the upper end. */
const baseline = {
  ...counts,
  mean: defined,
  max: defined,
  quantile99: defined,
  peak: peakSchema,
  endpoint: endpointSchema,
};

const baselineStatistics = z.strictObject(baseline);

/** What may become of an event that a minimum is sought for, in the order of the numbers in a status column. */
export const STATUSES = [
  'ok',
  'oneSided',
  'infeasible',
  'invalidInput',
  'unresolved',
  'found',
] as const;

/** A baseline that is a constrained minimum: the numbers of events by their status. */
const minimumStatistics = z.strictObject({
  ...baseline,
  statuses: z.record(z.enum(STATUSES), z.int()),
});

const histogram = z.strictObject({
  low: z.number(),
  high: z.number(),
  counts: z.array(z.number()),
  underflow: z.number(),
  overflow: z.number(),
});

/** The masses that the training measured, handed on from `training.json`. */
const measured = z.strictObject({
  ...measurementSchema.shape,
  masses: z.record(
    z.string(),
    z.strictObject({
      ...measuredMass.shape,
      /** (value − true mass) / error; null where one of them is not known. */
      pull: defined,
    })
  ),
});

/** Name of a mass of every event, e.g. `m_A1`. */
const massColumn = z.templateLiteral(['m_', z.string()]);

/** `evaluation.json`: everything that figures and report are made of. GeV; no time, no path. */
export const evaluationSchema = z.strictObject({
  schemaVersion: z.literal(3),
  sample: z.string(),
  split: z.enum(['train', 'validation', 'test', 'all']),
  events: z.int(),
  exchangedEvents: z.int(),
  negativeWeights: z.int(),
  sumOfWeights: z.number(),
  /** By the name of the mass, handed on from `training.json`. */
  auxiliary: trainingSchema.shape.auxiliary,
  /** Null where the recipe of the training does not measure. */
  measured: measured.nullable(),
  /** By column, in the order of `auxiliary`, branch 1 before branch 2: of the antler m_A1, m_A2, m_B1, m_B2. */
  masses: z.record(massColumn, massStatistics),
  /** Null where the pipeline has no stage `baseline`; M_2CC is null also where that did not write it. */
  baselines: z
    .strictObject({
      mt2_b: baselineStatistics,
      mt2_ab: baselineStatistics,
      m2cc_b: minimumStatistics.nullable(),
      m2cc_ab: minimumStatistics.nullable(),
    })
    .nullable(),
  /** Masses from the whole sample, handed on from `measurements.json`; null where there is no stage `baseline`. */
  measurements: measurementsSchema.pick({ likelihood: true, solvability: true }).nullable(),
  truth: truthSchema.nullable(),
  published: publishedSchema.nullable(),
  /** Of the same masses, and of the baselines; null where these are. */
  histograms: z.looseRecord(massColumn, histogram).and(
    z
      .object({
        mt2_b: histogram.nullable(),
        mt2_ab: histogram.nullable(),
        m2cc_b: histogram.nullable(),
        m2cc_ab: histogram.nullable(),
      })
      .catchall(histogram.nullable())
  ),
  /** Handed on from `training.json`. */
  training: trainingSchema.pick({
    epochs: true,
    parameters: true,
    backend: true,
    events: true,
    recipe: true,
    topology: true,
    settings: true,
    lossUnit: true,
    history: true,
  }),
});

/** The content of `evaluation.json`. */
export type Evaluation = z.infer<typeof evaluationSchema>;
export type Histogram = z.infer<typeof histogram>;
