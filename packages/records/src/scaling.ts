import { momentumColumns, VISIBLE_ROLES } from '@deelema/events';
import { z } from 'zod';
import { splitCounts } from './training.ts';

/**
 * Columns of the network inputs, in their order: E, px, py, pz of a1, a2, b1, b2, then pTmiss, which
 * a network of 16 inputs is not given.
 */
export const INPUT_COLUMNS: readonly string[] = [
  ...VISIBLE_ROLES.flatMap(momentumColumns),
  'ptmiss_x',
  'ptmiss_y',
];

/**
 * Mean and standard deviation of one network input on the training split, GeV; each event is counted
 * once whatever its weight.
 */
const inputScaling = z.strictObject({
  name: z.string(),
  mean: z.number(),
  std: z.number().nonnegative(),
});

/** `scaling.json`: the moments of every network input, in the order of {@link INPUT_COLUMNS}. */
export const scalingSchema = z.strictObject({
  schemaVersion: z.literal(1),
  events: splitCounts,
  inputs: z
    .array(inputScaling)
    .refine((inputs) => inputs.map(({ name }) => name).join() === INPUT_COLUMNS.join(), {
      error: `inputs must be ${INPUT_COLUMNS.join(', ')}`,
    }),
});

/** The content of `scaling.json`. */
export type Scaling = z.output<typeof scalingSchema>;
export type InputScaling = z.output<typeof inputScaling>;
