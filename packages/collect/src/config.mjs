// @ts-check
import { z } from 'zod';

/** What a study's table may hold, in its order. */
export const QUANTITY_NAMES = /** @type {const} */ ([
  'auxiliary.mA',
  'auxiliary.mB',
  'deviation.mA',
  'deviation.mB',
  'pull.mA',
  'pull.mB',
  'pairing.efficiency',
  'truth.mA.mean',
  'truth.mA.width',
  'truth.mA.median',
  'truth.mB.mean',
  'truth.mB.width',
  'truth.mB.median',
  'perEvent.m_A1.mean',
  'perEvent.m_A1.width',
  'perEvent.m_A1.median',
  'perEvent.m_A2.mean',
  'perEvent.m_A2.width',
  'perEvent.m_A2.median',
  'perEvent.m_B1.mean',
  'perEvent.m_B1.width',
  'perEvent.m_B1.median',
  'perEvent.m_B2.mean',
  'perEvent.m_B2.width',
  'perEvent.m_B2.median',
  'likelihood.mA',
  'likelihood.mB',
  'solvability.mA',
  'solvability.mB',
  'endpoint.mt2_b',
  'endpoint.mt2_ab',
  'endpoint.m2cc_b',
  'endpoint.m2cc_ab',
  'events',
]);

/** @typedef {(typeof QUANTITY_NAMES)[number]} QuantityName */

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
