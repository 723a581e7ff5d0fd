// @ts-check
import { quantityName, suggest } from '@deelema/workflow';
import { z } from 'zod';

/** @typedef {import('@deelema/workflow').CheckStudy} CheckStudy */

export const config = z.strictObject({
  show: z
    .array(quantityName)
    .min(1)
    .optional()
    .describe(
      'The columns of table.md, in their order; one that no member has a number for is left out. If left out: true and trained masses, right pairings, the masses by likelihood and solvability, the ends of M_2CC, and what publications have numbers of. table.json and table.csv hold all.'
    ),
  over: z
    .string()
    .min(1)
    .optional()
    .describe(
      "An axis of the study's matrix, e.g. the seed: members that differ in it alone are a group, and the table says mean and spread of each group too."
    ),
});

/**
 * What is wrong with the settings in this study: an axis that it has not.
 *
 * @type {CheckStudy}
 */
export function checkStudy(/** @type {z.output<typeof config>} */ { over }, { axes }) {
  const names = axes.map(({ name }) => name);
  if (over === undefined || names.includes(over)) return [];
  const sentence =
    names.length === 0
      ? `names the axis "${over}", and the study has no matrix.`
      : `names no axis "${over}" of the study's matrix.${suggest(over, names)}`;
  return [{ path: ['over'], sentence }];
}
