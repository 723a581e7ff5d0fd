// @ts-check
import { quantityName } from '@deelema/workflow';
import { z } from 'zod';

export const config = z.strictObject({
  show: z
    .array(quantityName)
    .min(1)
    .optional()
    .describe(
      'The columns of table.md, in their order; one that no member has a number for is left out. If left out: true and trained masses, right pairings, the masses by likelihood and solvability and the ends of M_2CC. table.json and table.csv hold all.'
    ),
});
