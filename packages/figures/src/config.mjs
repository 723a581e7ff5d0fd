// @ts-check
import { z } from 'zod';

export const config = z.strictObject({
  width: z
    .int()
    .min(720)
    .max(2400)
    .default(880)
    .describe('Width of a figure in CSS pixels, to a few pixels; text keeps its size.'),
  scale: z
    .number()
    .min(1)
    .max(4)
    .default(2)
    .describe('Pixels of the PNG for each CSS pixel of the figure.'),
});
