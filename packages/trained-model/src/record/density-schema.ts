import { z } from 'zod';

const positive = z.number().positive();

/** Relative energy resolution at given transverse momenta, GeV; linear in ln pT between them. */
const resolutionTable = z
  .strictObject({ pt: z.array(positive).min(1), resolution: z.array(z.number().nonnegative()) })
  .refine(({ pt, resolution }) => pt.length === resolution.length, {
    error: 'pt and resolution must be as long as each other',
  });

const term = z.strictObject({
  u: z.int().nonnegative(),
  y: z.int().nonnegative(),
  c: z.int().nonnegative(),
  m: z.int().nonnegative(),
  coefficient: z.number(),
});

/** ln of the density of the pair as a polynomial: `PairPolynomial` of pair-production. */
const production = z.strictObject({
  reference: positive,
  terms: z.array(term),
  uRange: z.tuple([z.number(), z.number()]),
  ySquaredMost: z.number(),
  masses: z.tuple([positive, positive]),
  rms: z.number(),
});

/** What the density of an event is made of. */
export const densitySchema = z.strictObject({
  /** By role of the visible particles that are smeared. */
  resolution: z.record(z.string(), resolutionTable),
  /** Of each component of pTmiss, GeV; null if it follows from the visible particles. */
  ptmissResolution: positive.nullable(),
  production,
  outliers: z.strictObject({ share: z.number().min(0).lt(1), broader: positive }),
  /** Evenly over phase space, or as a top and a W decay. */
  decays: z.enum(['flat', 'top']),
});

/** How solutions of an event are looked for. */
export const solvingSchema = z.strictObject({
  /** Points to begin at: d normal numbers for each. */
  draws: z.int().min(1),
  /** Gauss–Newton steps from each; 0 where the masses do not fix the momenta. */
  steps: z.int().min(0),
  /** How near a mass must come, in units of its resolution. */
  tolerance: positive,
  /** Of the random numbers. */
  seed: z.int().nonnegative(),
  stream: z.literal('predict'),
});
