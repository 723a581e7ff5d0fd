// @ts-check
import { z } from 'zod';

export const config = z.strictObject({
  title: z
    .string()
    .min(1)
    .optional()
    .describe('Heading of the page; default: DeeLeMa and the name of the pipeline.'),
});
