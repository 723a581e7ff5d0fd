// @ts-check
import { z } from 'zod';
import { axis, common, ofNumbers } from './common.mjs';

/** Where the masses of a method stand in the table. */
export const METHODS = /** @type {const} */ ([
  'auxiliary',
  'likelihood',
  'solvability',
  'endpoint.m2cc',
  'endpoint.mt2',
]);

/** @typedef {(typeof METHODS)[number]} Method */

export const deviations = z.strictObject({
  kind: z.literal('deviations').describe('Measured over true masses, a row for each member.'),
  ...common,
  rows: z
    .array(axis)
    .min(1)
    .optional()
    .describe('The axes whose labels name a row; all of them if left out.'),
  methods: z
    .array(z.enum(METHODS))
    .min(1)
    .default(['auxiliary', 'likelihood', 'solvability'])
    .describe('The methods that are compared; one that measured nothing is left out.'),
  band: z.number().positive().optional().describe('Half the width of a grey band around 0, %.'),
  range: z
    .number()
    .positive()
    .optional()
    .describe(
      'The panels show deviations up to this, %; what lies beyond is an arrow at the edge. All if left out.'
    ),
  ...ofNumbers,
});
