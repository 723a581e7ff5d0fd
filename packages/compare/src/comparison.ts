import { figureListSchema } from '@deelema/records';
import { z } from 'zod';

/** A number, or null where it is not defined: weights without a positive sum, or a single bin. */
const defined = z.number().nullable();

const side = z.strictObject({
  mean: defined,
  meanError: defined,
  /** Σw and Σw² of each bin. */
  sumOfWeights: z.array(z.number()),
  sumOfSquaredWeights: z.array(z.number()),
  underflow: z.number(),
  overflow: z.number(),
});

const crossSection = z.strictObject({ value: z.number(), error: z.number() });

const observable = z.strictObject({
  name: z.string(),
  group: z.enum(['masses', 'momenta', 'rapidities', 'angles', 'spin']),
  unit: z.enum(['GeV', 'degree', '']),
  /** Fixed by masses and decays alone; if not, each bin may be off by the band. */
  invariant: z.boolean(),
  edges: z.array(z.number()),
  generated: side,
  reference: side,
  /** Generated events whose value is not a finite number. */
  nonFinite: z.int(),
  /** χ² between the shapes, its degrees of freedom and p-value. */
  chiSquare: defined,
  ndf: z.int().nullable(),
  pValue: defined,
  /** Kolmogorov–Smirnov distance. */
  distance: defined,
  verdict: z.enum(['agrees', 'differs']),
});

/** `comparison.json`: distributions of the generated events beside those of a full generator; GeV and degrees. */
export const comparisonSchema = z.strictObject({
  schemaVersion: z.literal(1),
  sample: z.string(),
  events: z.int(),
  sumOfWeights: z.number(),
  /** pb; null if the events do not say. */
  crossSection: crossSection.nullable(),
  reference: z.strictObject({
    generator: z.string(),
    version: z.string(),
    pdf: z.string(),
    process: z.string(),
    seed: z.int(),
    events: z.int(),
    crossSection,
    source: z.strictObject({ file: z.string(), sha256: z.string() }),
  }),
  band: z.number(),
  significance: z.number(),
  /** Names of the observables whose shapes differ. */
  differing: z.array(z.string()),
  observables: z.array(observable),
  figures: figureListSchema.shape.figures,
});

/** The content of `comparison.json`. */
export type Comparison = z.output<typeof comparisonSchema>;

/** The comparison of one observable. */
export type ComparedObservable = Comparison['observables'][number];
