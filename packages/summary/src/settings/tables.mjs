// @ts-check
import { quantityName } from '@deelema/workflow';
import { z } from 'zod';
import { axis, text, where } from './common.mjs';

const table = z.strictObject({
  title: text.default('What the members found').describe('Its heading on the page.'),
  where,
  groups: z
    .boolean()
    .optional()
    .describe(
      'Rows are groups of members, mean ± spread, over the axis of "over" under collect; if left out, they are where collect makes groups. Otherwise rows are members, number ± standard error.'
    ),
  rows: z
    .array(axis)
    .min(1)
    .optional()
    .describe('The axes whose labels head a row; all that vary if left out.'),
  columns: z
    .array(quantityName)
    .min(1)
    .optional()
    .describe(
      'Columns of table.json. If left out: true and trained masses and their deviation, right pairings, the masses by likelihood and solvability, and what a publication gives, as far as a row has numbers of them.'
    ),
  published: z
    .boolean()
    .default(true)
    .describe(
      'The numbers of a publication below ours, and the difference, for rows that have some.'
    ),
  note: text.optional().describe('A paragraph below the table.'),
});

export const tables = z
  .array(table)
  .prefault([{}])
  .describe(
    'The tables that the page begins with, in their order; one of all members if left out.'
  );
