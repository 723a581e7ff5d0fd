import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Evaluation } from '@deelema/records';
import { makeManifest } from '@deelema/stage';
import { config as figureSettings } from '../../../packages/figures/src/config.mjs';
import { stage as figures } from '../../../packages/figures/src/index.ts';
import { config as reportSettings } from '../../../packages/report/src/config.mjs';
import { stage as report } from '../../../packages/report/src/index.ts';
import { stageContext } from '../../support/stage-context.ts';

/** A report as its stages made it, and the folders they wrote. */
export interface MadeReport {
  /** The page. */
  readonly file: string;
  readonly figures: string;
}

/**
 * Makes figures and report of an evaluation, as in the folder of a pipeline.
 *
 * @param base An empty folder.
 * @param evaluation What the page is to tell.
 * @param project The pipeline.
 */
export async function makeReport(
  base: string,
  evaluation: Evaluation,
  project: string
): Promise<MadeReport> {
  const folder = { base, inputs: { evaluate: join(base, 'evaluate') } };
  mkdirSync(folder.inputs.evaluate);
  writeFileSync(join(folder.inputs.evaluate, 'evaluation.json'), JSON.stringify(evaluation));
  await writeRecords('evaluate', project, folder.inputs.evaluate);
  const drawing = stageContext('figures', figureSettings.parse({ scale: 1 }), folder, { project });
  await figures.run(drawing);
  await writeRecords('figures', project, drawing.out.dir);
  const inputs = { ...folder.inputs, figures: drawing.out.dir };
  const writing = stageContext(
    'report',
    reportSettings.parse({}),
    { base, inputs },
    { project, makings: Object.values(inputs) }
  );
  await report.run(writing);
  return { file: writing.out.path('report'), figures: drawing.out.dir };
}

/** The records that the runner keeps beside a stage's outputs, as far as a page reads them. */
export async function writeRecords(stage: string, project: string, dir: string): Promise<void> {
  const manifest = await makeManifest(dir, stage, { events: 400, dropped: { 'pT cut': 20 } });
  const config = { split: 'test', bins: { mass: 120, momentum: 50 } };
  const code = '0123456789abcdef'.repeat(4);
  writeFileSync(join(dir, 'manifest.json'), JSON.stringify(manifest));
  const making = { stage, project, config, swap: null, node: '20', code };
  writeFileSync(join(dir, 'making.json'), JSON.stringify(making));
}
