// @ts-check
import { quantityName } from '@deelema/workflow';
import { z } from 'zod';
import { axis, common, ofNumbers } from './common.mjs';

export const curve = z.strictObject({
  kind: z.literal('curve').describe('Quantities of the table against the labels of an axis.'),
  ...common,
  x: axis.describe('The axis along x; its labels are places, if they are not all numbers.'),
  xTitle: z.string().min(1).optional().describe('What stands below; the name of the axis if not.'),
  values: z
    .record(z.string(), z.number())
    .optional()
    .describe('Numbers that the labels stand for: label to number.'),
  quantities: z.array(quantityName).min(1).describe('Columns of table.json, a panel for each.'),
  split: axis.optional().describe('The axis whose labels are lines of their own.'),
  ...ofNumbers,
});
