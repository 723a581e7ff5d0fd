// @ts-check
import { z } from 'zod';
import { curve } from './settings/curve.mjs';
import { deviations } from './settings/deviations.mjs';
import { training } from './settings/training.mjs';

export { checkStudy } from './settings/check-study.mjs';

const chart = z.discriminatedUnion('kind', [deviations, curve, training], {
  error: 'expected one of "deviations", "curve", "training"',
});

export const config = z.strictObject({
  draw: z
    .array(chart)
    .min(1, 'expected at least one chart')
    .superRefine((charts, context) => {
      charts.forEach(({ name }, i) => {
        if (charts.findIndex((other) => other.name === name) === i) return;
        const message = 'expected a name of its own, for it names the files';
        context.addIssue({ code: 'custom', message, path: [i, 'name'], input: name });
      });
    })
    .prefault([{ kind: 'deviations', name: 'deviations' }])
    .describe('The charts, in their order.'),
  width: z
    .int()
    .min(720)
    .max(2400)
    .default(880)
    .describe('Width of a chart in CSS pixels, to a few pixels; text keeps its size.'),
  scale: z
    .number()
    .min(1)
    .max(4)
    .default(2)
    .describe('Pixels of the PNG for each CSS pixel of the chart.'),
});
