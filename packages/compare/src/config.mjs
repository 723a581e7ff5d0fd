// @ts-check
import { z } from 'zod';

export const config = z.strictObject({
  reference: z
    .string()
    .min(1)
    .describe('Histograms of a full generator (JSON), relative to this YAML file.'),
  band: z
    .number()
    .min(0)
    .max(1)
    .default(0.05)
    .describe(
      'Relative uncertainty of each bin, for shapes that depend on parton distributions and scales.'
    ),
  significance: z
    .number()
    .gt(0)
    .lt(1)
    .default(0.001)
    .describe('A shape differs if its p-value is below this.'),
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
