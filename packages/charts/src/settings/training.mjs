// @ts-check
import { z } from 'zod';
import { axis, common } from './common.mjs';

export const training = z.strictObject({
  kind: z.literal('training').describe('Auxiliary masses over the epochs of several members.'),
  ...common,
  masses: z
    .array(z.string().regex(/^[A-Z]\w*$/, 'expected the name of a mass, like A'))
    .min(1)
    .default(['A', 'B'])
    .describe('The masses, a column of panels for each.'),
  phase: z
    .string()
    .min(1)
    .optional()
    .describe('The phase of the trainings; the first if left out.'),
  around: z
    .number()
    .positive()
    .max(1)
    .optional()
    .describe('How much of each panel is shown: the true mass, give or take this share of it.'),
  panels: axis.optional().describe('The axis whose labels are rows of panels.'),
  split: axis
    .optional()
    .describe('The axis whose labels name the lines; the names of the members if left out.'),
});
