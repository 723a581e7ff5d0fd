import { z } from 'zod';
import { defined } from './defined.ts';

/** The endpoint of one distribution, GeV; what is not known is null, and `reason` says why. */
export const endpointSchema = z.strictObject({
  value: defined,
  /** √(statisticalError² + windowError²). */
  error: defined,
  /** The larger of the errors of likelihood and bootstrap. */
  statisticalError: defined,
  /** What the choice of the window adds: how far other windows differ beyond chance. */
  windowError: defined,
  /** Standard deviation of the endpoint over its likelihood, and over replicas of the sample. */
  likelihoodError: defined,
  bootstrapError: defined,
  /** How the density passes the endpoint. */
  shape: z.enum(['kink', 'step', 'root']).nullable(),
  /** σ of the Gaussian that smears the edge; 0 for a sharp one. */
  resolution: defined,
  /** The fitted part of the distribution. */
  window: z.tuple([z.number(), z.number()]).nullable(),
  /** Effective number of events in it. */
  events: z.number(),
  chiSquared: defined,
  degreesOfFreedom: defined,
  /** Why there is no value; null if there is one. */
  reason: z.string().nullable(),
});

/** What an endpoint fit says. */
export type EndpointRecord = z.infer<typeof endpointSchema>;
