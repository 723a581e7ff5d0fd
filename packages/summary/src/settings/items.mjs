// @ts-check
import { quantityName } from '@deelema/workflow';
import { z } from 'zod';
import { member, text } from './common.mjs';
import { figureId } from './figures.mjs';

const item = z
  .strictObject({
    item: text.describe('What it is in the publication, e.g. Table I, two wrong pairings in ten.'),
    of: member
      .optional()
      .describe('The member that has it, or the group of members: its labels joined by "-".'),
    quantities: z
      .array(quantityName)
      .min(1)
      .optional()
      .describe('Columns of table.json that say the same.'),
    figure: figureId.optional().describe('A figure of that member, by its id in figures.json.'),
    chart: figureId.optional().describe('A chart of the study, by its name.'),
  })
  .superRefine(({ of, quantities, figure, chart }, context) => {
    const ofMember = quantities !== undefined || figure !== undefined;
    if ((chart !== undefined || ofMember) && ofMember === (of !== undefined)) return;
    const message = 'expected a "chart", or "of" with "quantities" or a "figure"';
    context.addIssue({ code: 'custom', message });
  });

export const items = z
  .array(item)
  .default([])
  .describe('What of a publication is made again where: a table of links, commands and numbers.');
