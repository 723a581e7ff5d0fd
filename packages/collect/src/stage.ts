import { writeFile } from 'node:fs/promises';
import { tableSchema, writeRecord } from '@deelema/records';
import { defineStage } from '@deelema/stage';
import { config } from './config.mjs';
import { readDocuments } from './documents.ts';
import { makeTable, type ReadMember } from './make-table.ts';
import { shownByDefault } from './shown.ts';
import { toCsv } from './to-csv.ts';
import { toMarkdown } from './to-markdown.ts';

/** Puts the numbers of all members of a study into one table. */
export const stage = defineStage({
  name: 'collect',
  config,
  async run({ config: { show, over }, members = [], out, project, progress, signal }) {
    progress.start('members', members.length);
    const read: ReadMember[] = [];
    for (const member of members) {
      signal.throwIfAborted();
      const { name, labels } = member;
      read.push({ name, labels, ...(await readDocuments(member)) });
      progress.add(1);
    }
    const table = makeTable(project, read, over);
    await writeRecord(out.path('table'), tableSchema, table);
    await writeFile(out.path('csv'), toCsv(table));
    await writeFile(out.path('markdown'), toMarkdown(table, show ?? shownByDefault(table)));
    return { counts: { members: members.length, quantities: table.quantities.length } };
  },
});
