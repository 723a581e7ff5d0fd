import { z } from 'zod';

/** A mass with its error, GeV; null where the method could not tell. */
const measured = z.strictObject({
  value: z.number().nullable(),
  error: z.number().nonnegative().nullable(),
});

/** What every measurement of both masses says. */
const bothMasses = {
  mA: measured,
  mB: measured,
  /** Of the errors of m_A and m_B, in [−1, 1]. */
  correlation: z.number().nullable(),
  /** Events that entered. */
  events: z.int(),
};

/** The maximum of the solution-density likelihood. */
const likelihood = z.strictObject({
  ...bothMasses,
  /** Events without a solution of the mass-shell conditions at the maximum. */
  unsolvable: z.int(),
  /** Logarithm of the likelihood at its maximum. */
  logLikelihood: z.number(),
  /** Everything else the fit tells: settings, other errors, iterations. */
  details: z.record(z.string(), z.json()),
});

/** Fractions of solvable events over trial masses, and the masses at the edge of the solvable region. */
const solvability = z.strictObject({
  ...bothMasses,
  map: z.strictObject({
    /** Trial masses m_A and m_B, GeV, rising. */
    mA: z.array(z.number()),
    mB: z.array(z.number()),
    /** Of (mA[i], mB[j]) at `j * mA.length + i`; null where the masses are not in order. */
    fractions: z.array(z.number().nullable()),
  }),
  /** Fractions along trial masses m_C at the measured m_A − m_C and m_B − m_C; null if not asked for. */
  curve: z
    .strictObject({ mC: z.array(z.number()), fractions: z.array(z.number().nullable()) })
    .nullable(),
  /** Everything else the estimate tells. */
  details: z.record(z.string(), z.json()),
});

/** `measurements.json`: masses from the whole sample, without a network. */
export const measurementsSchema = z.strictObject({
  schemaVersion: z.literal(1),
  /** Null where the settings do not ask for it. */
  likelihood: likelihood.nullable(),
  solvability: solvability.nullable(),
});

/** The content of `measurements.json`. */
export type Measurements = z.infer<typeof measurementsSchema>;
