// @ts-check
import { z } from 'zod';

export const config = z.strictObject({
  fraction: z
    .number()
    .min(0)
    .max(1)
    .describe(
      'E_C: the fraction of events, each counted once whatever its weight, in which b1 and b2 are exchanged; 0.5 is random.'
    ),
  seed: z.int().nonnegative().describe('Decides which events these are.'),
});
