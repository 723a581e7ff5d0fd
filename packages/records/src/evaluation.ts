import { z } from 'zod';
import { endpointSchema } from './endpoint.ts';
import { measurementsSchema } from './measurements.ts';
import { peakSchema } from './peak.ts';
import { measuredMass, measurementSchema, trainingSchema } from './training.ts';

/** The components of the invisible momenta, q1 in branch 1 and q2 in branch 2. */
export const COMPONENTS = ['q1x', 'q1y', 'q1z', 'q2x', 'q2y', 'q2z'] as const;

/** A number, or null where it is not defined (no finite event, or weights without a positive sum). */
const defined = z.number().nullable();

const counts = { events: z.int(), nonFinite: z.int() };

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

/** The true masses of both branches together, or of those in which the training has a mass of that name; GeV. */
const trueMass = z.strictObject({
  ...counts,
  mean: defined,
  width: defined,
  median: defined,
  /** (auxiliary mass − median) / median; null where the training has no mass of that name. */
  auxiliaryDeviation: defined,
});

const componentMetrics = z.strictObject({
  component: z.enum(COMPONENTS),
  nonFinite: z.int(),
  correlation: defined,
  residualMean: defined,
  residualWidth: defined,
});

const momentumMetrics = z.strictObject({
  events: z.int(),
  components: z.array(componentMetrics),
});

const histogram = z.strictObject({
  low: z.number(),
  high: z.number(),
  counts: z.array(z.number()),
  underflow: z.number(),
  overflow: z.number(),
});

/** Predicted momentum along x, true along y: cell (i, j) stands at `counts[j * bins + i]`. */
const heatMap = z.strictObject({
  component: z.enum(COMPONENTS),
  low: z.number(),
  high: z.number(),
  bins: z.int(),
  counts: z.array(z.number()),
  outside: z.number(),
});

/** Momenta of one method beside the true ones. */
const momenta = {
  /** Events in which each b stands beside its own a. */
  rightPairing: momentumMetrics,
  /** Events with b1 and b2 exchanged, q matched to b. */
  wrongPairing: momentumMetrics,
  /** Events of the right pairing only. */
  heatMaps: z.array(heatMap),
};

/** Numbers of a publication, each beside ours. */
const published = z.strictObject({
  /** Which publication, and which of its tables. */
  source: z.string(),
  numbers: z.array(
    z.strictObject({
      /** Name of the quantity, e.g. `auxiliary.mA`. */
      quantity: z.string(),
      /** As in a study's table. */
      title: z.string(),
      unit: z.string(),
      /** Of the publication. */
      value: z.number(),
      ours: defined,
      /** Standard error of ours. */
      error: defined,
      /** ours − value. */
      difference: defined,
      /** difference / value. */
      relative: defined,
      /** difference / error: how far apart in standard errors of ours. */
      sigmas: defined,
    })
  ),
});

/** How often the network chooses the true pairing of a and b; each event counts with its weight. */
const pairing = z.strictObject({
  events: z.int(),
  /** Number of events in which it does. */
  right: z.int(),
  /** Their share of the weights. */
  efficiency: defined,
  /** Its binomial standard error. */
  error: defined,
});

/** What is known where the source knows the invisible momenta, null otherwise. */
const truth = z.strictObject({
  /**
   * Of A and B of the antler; where the training calls masses by other names, by these too. What it measures of
   * particles that an antler has not, is not known.
   */
  masses: z.record(z.string(), trueMass),
  /** Null where the training chooses no pairing: that of the file counts then. */
  pairing: pairing.nullable(),
  /** Of no event, and without components and heat maps, where the training has other branches than the antler. */
  ...momenta,
  /** The momenta at the minimum of M_2CC(ab), in the pairing of the file; null where the baseline did not write them. */
  m2cc: z.strictObject(momenta).nullable(),
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
  truth: truth.nullable(),
  published: published.nullable(),
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
export type HeatMap = z.infer<typeof heatMap>;
export type MomentumMetrics = z.infer<typeof momentumMetrics>;
