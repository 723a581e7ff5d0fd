import { copyFileSync, cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { StageMember } from '@deelema/stage';
import { inputFolder } from '../../../packages/stage/src/folders.ts';
import { config as summarySettings } from '../../../packages/summary/src/config.mjs';
import { stage as summary } from '../../../packages/summary/src/index.ts';
import { GROUPS, table } from '../../../packages/summary/test/support/content.ts';
import { stageContext } from '../../support/stage-context.ts';
import { makeReport, writeRecords } from './make-report.ts';
import { HARD_TEXT, toldEvaluation } from './told-evaluation.ts';

/** The table that the page of the study is made of: its numbers are made up. */
export const TABLE = table({ groups: GROUPS });

/** What the page is asked to show. */
const SETTINGS = {
  title: HARD_TEXT,
  tables: [
    { title: 'By sample', columns: ['auxiliary.mA', 'auxiliary.mB'] },
    { title: 'Every training', groups: false, published: false, columns: ['auxiliary.mA'] },
  ],
  figures: [{ member: 'toy-0-1', figure: 'masses', title: HARD_TEXT }],
  items: [
    { item: HARD_TEXT, of: 'toy-0', quantities: ['auxiliary.mA'] },
    { item: 'Figure 5', of: 'toy-0-1', figure: 'masses' },
  ],
};

/**
 * Makes the page of a study whose members all have the figures of the told evaluation, and whose charts are the same figures.
 *
 * @param base An empty folder.
 * @param project The study.
 * @returns The page, and the folder of the figures.
 */
export async function makeSummary(
  base: string,
  project: string
): Promise<{ file: string; figures: string }> {
  const member = join(base, 'member');
  mkdirSync(member);
  const { figures } = await makeReport(member, toldEvaluation(), 'toy-0-1');
  const inputs = { collect: join(base, 'collect'), charts: join(base, 'charts') };
  mkdirSync(inputs.collect);
  writeFileSync(join(inputs.collect, 'table.json'), JSON.stringify(TABLE));
  writeFileSync(join(inputs.collect, 'table.csv'), 'member\n');
  cpSync(figures, inputs.charts, { recursive: true });
  copyFileSync(join(figures, 'figures.json'), join(inputs.charts, 'charts.json'));
  await writeRecords('collect', project, inputs.collect);
  await writeRecords('charts', project, inputs.charts);
  const read = {
    evaluate: inputFolder('evaluate', join(member, 'evaluate')),
    figures: inputFolder('figures', figures),
  };
  const members: StageMember[] = TABLE.members.map(({ name, labels }) => ({
    name,
    labels,
    inputs: read,
  }));
  const settings = summarySettings.parse(SETTINGS);
  const options = { project, makings: Object.values(inputs) };
  const context = { ...stageContext('summary', settings, { base, inputs }, options), members };
  await summary.run(context);
  return { file: context.out.path('summary'), figures };
}
