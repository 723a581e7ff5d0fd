import { z } from 'zod';
import { counts, defined } from './defined.ts';

/** The components of the invisible momenta, q1 in branch 1 and q2 in branch 2. */
export const COMPONENTS = ['q1x', 'q1y', 'q1z', 'q2x', 'q2y', 'q2z'] as const;

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
export const truthSchema = z.strictObject({
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

export type HeatMap = z.infer<typeof heatMap>;
export type MomentumMetrics = z.infer<typeof momentumMetrics>;
