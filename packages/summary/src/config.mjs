// @ts-check
import { z } from 'zod';
import { text } from './settings/common.mjs';
import { figures } from './settings/figures.mjs';
import { items } from './settings/items.mjs';
import { tables } from './settings/tables.mjs';

export { checkStudy } from './settings/check-study.mjs';

export const config = z.strictObject({
  title: text.optional().describe('Heading of the page; default: the name of the study.'),
  lead: text.optional().describe('A paragraph below the heading, as plain text.'),
  tables,
  figures,
  items,
});
