// @ts-check
import { QUANTITY_NAMES } from '@deelema/workflow';
import { z } from 'zod';

/** @typedef {import('@deelema/workflow').QuantityName} QuantityName */

/** @type {QuantityName[]} */
const SHOWN = [
  'truth.mA.median',
  'truth.mB.median',
  'auxiliary.mA',
  'auxiliary.mB',
  'pairing.efficiency',
  'likelihood.mA',
  'likelihood.mB',
  'solvability.mA',
  'solvability.mB',
  'endpoint.m2cc_ab',
  'endpoint.m2cc_b',
];

export const config = z.strictObject({
  show: z
    .array(z.enum(QUANTITY_NAMES))
    .min(1)
    .default(SHOWN)
    .describe(
      'The columns of table.md, in their order; one that no member has a number for is left out. table.json and table.csv hold all.'
    ),
});
