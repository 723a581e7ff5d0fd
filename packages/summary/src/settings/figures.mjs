// @ts-check
import { z } from 'zod';
import { member, text } from './common.mjs';

/** A figure by the id that figures.json and charts.json give it. */
export const figureId = z
  .string()
  .regex(/^[\w-]+$/, 'expected the id of a figure: letters, digits, "_" and "-"');

const figure = z.strictObject({
  member: member.describe('The member of the study that it belongs to.'),
  figure: figureId.describe('Its id in figures.json of that member.'),
  title: text.optional().describe('What stands above it; its title and the member if left out.'),
});

export const figures = z
  .array(figure)
  .default([])
  .describe('Figures of members, in their order, below the charts of the study.');
