import { z } from 'zod';
import { defined } from './defined.ts';

/** Where a distribution is highest, GeV; what is not known is null. */
export const peakSchema = z.strictObject({
  value: defined,
  /** √(statisticalError² + windowError²); what its bins leave open where the peak is as narrow as they are. */
  error: defined,
  /** The larger of the errors of likelihood and bootstrap. */
  statisticalError: defined,
  /** What the choice of the window adds: how far other windows differ beyond chance. */
  windowError: defined,
  /** From the curvature of the likelihood, and the standard deviation over replicas of the sample. */
  likelihoodError: defined,
  bootstrapError: defined,
  /** σ of the Gaussian that is as sharp at its maximum. */
  width: defined,
  /** The fitted part of the distribution. */
  window: z.tuple([z.number(), z.number()]).nullable(),
  /** Effective number of events in it. */
  events: z.number(),
  chiSquared: defined,
  degreesOfFreedom: defined,
  /** Why there is no value, or none that was fitted; null if there is one. */
  reason: z.string().nullable(),
});

/** What a peak fit says. */
export type PeakRecord = z.infer<typeof peakSchema>;
