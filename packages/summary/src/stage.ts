import { writeFile } from 'node:fs/promises';
import { defineStage } from '@deelema/stage';
import { config } from './config.mjs';
import { page } from './page.ts';
import { readContent } from './read-content.ts';

/** Writes one self-contained HTML page of a study: tables, charts, figures, and how they were made. */
export const stage = defineStage({
  name: 'summary',
  config,
  async run({ members = [], out, ...context }) {
    const content = await readContent({ ...context, members });
    await writeFile(out.path('summary'), page(content));
    return { counts: { members: members.length, figures: content.figures.length } };
  },
});
