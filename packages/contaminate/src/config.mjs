// @ts-check
import { z } from 'zod';

const background = z
  .strictObject({
    fraction: z
      .number()
      .min(0)
      .max(1)
      .describe(
        'The fraction of events, each counted once whatever its weight, that are replaced.'
      ),
    seed: z.int().nonnegative().describe('Decides which events these are, and what they become.'),
  })
  .describe(
    'Events that are no antlers: their four visible particles come from four events; omit it for none.'
  );

export const config = z.strictObject({
  fraction: z
    .number()
    .min(0)
    .max(1)
    .describe(
      'E_C: the fraction of events, each counted once whatever its weight, in which b1 and b2 are exchanged; 0.5 is random. Background is no part of it.'
    ),
  seed: z.int().nonnegative().describe('Decides which events these are.'),
  background: background.optional(),
});
