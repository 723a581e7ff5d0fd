// @ts-check
import { selection as cuts } from '@deelema/selection/settings';
import { z } from 'zod';

const selection = cuts.extend({
  limit: z
    .int()
    .positive()
    .optional()
    .describe('Keep at most this many of the events that pass; no part of the efficiency.'),
});

const fraction = z.number().min(0).max(1);

export const config = z.strictObject({
  seed: z.int().nonnegative().describe('Decides which event goes to which split.'),
  split: z
    .tuple([fraction, fraction, fraction], 'expected three fractions that sum to 1')
    .refine(([training]) => training > 0, 'expected some events to train on')
    .refine(
      (parts) => Math.abs(parts.reduce((sum, part) => sum + part, 0) - 1) < 1e-9,
      'expected three fractions that sum to 1'
    )
    .default([0.7, 0.2, 0.1])
    .describe('Fractions of the events for training, validation and test.'),
  selection: selection.optional().describe('Which events to keep; all if omitted.'),
});
