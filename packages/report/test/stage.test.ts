import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { EVALUATION_FILE } from '../../../test/support/frozen-evaluation.ts';
import { stageContext } from '../../../test/support/stage-context.ts';
import { temporaryFolder } from '../../../test/support/temporary-folder.ts';
import { config } from '../src/config.mjs';
import { stage } from '../src/index.ts';
import { DRAWING, words } from './support/content.ts';
import { nestingErrors } from './support/well-formed.ts';

const FIGURE = {
  id: 'masses',
  title: 'Masses',
  caption: 'Masses.',
  svg: 'masses.svg',
  png: 'masses.png',
  width: 10,
  height: 10,
};

const CSV = 'low,high,content\r\n0,1,2\r\n';

async function runReport(settings: unknown = {}, figure: unknown = FIGURE): Promise<string> {
  const base = temporaryFolder();
  const inputs = { evaluate: join(base, 'evaluate'), figures: join(base, 'figures') };
  for (const folder of Object.values(inputs)) mkdirSync(folder);
  copyFileSync(EVALUATION_FILE, join(inputs.evaluate, 'evaluation.json'));
  const list = JSON.stringify({ schemaVersion: 1, figures: [figure], skipped: [] });
  writeFileSync(join(inputs.figures, 'figures.json'), list);
  writeFileSync(join(inputs.figures, 'masses.svg'), `${DRAWING}\n`);
  writeFileSync(join(inputs.figures, 'masses.csv'), CSV);
  const project = { project: 'toy-ec20' };
  const context = stageContext('report', config.parse(settings), { base, inputs }, project);
  await stage.run(context);
  return readFileSync(join(context.out.dir, 'report.html'), 'utf8');
}

describe('report', () => {
  it('writes a page with the figures in it, named after the pipeline', async () => {
    const html = await runReport();
    expect(nestingErrors(html)).toEqual([]);
    expect(html).toContain(DRAWING);
    expect(html).toContain('<title>DeeLeMa: toy-ec20</title>');
    expect(words(html)).toContain('npx nx run toy-ec20:report');
  });

  it('takes another title', async () => {
    const html = await runReport({ title: 'Gluinos & squarks' });
    expect(html).toContain('<h1>Gluinos &amp; squarks</h1>');
    expect(config.safeParse({ heading: 'x' }).success).toBe(false);
  });

  it('writes the same bytes again', async () => {
    expect(await runReport()).toBe(await runReport());
  });

  it('puts the data behind a figure into the page, under the name of the pipeline', async () => {
    const html = await runReport({}, { ...FIGURE, data: 'masses.csv' });
    expect(html).toContain('download="toy-ec20-masses.csv"');
    const [, data] = /href="data:text\/csv;charset=utf-8;base64,([^"]*)"/.exec(html) ?? [];
    expect(Buffer.from(data ?? '', 'base64').toString()).toBe(CSV);
  });

  it('reads no figure from outside the folder', async () => {
    const outside = runReport({}, { ...FIGURE, svg: '../masses.svg' });
    await expect(outside).rejects.toMatchObject({ exitCode: 1 });
    await expect(outside).rejects.toThrow('figures.json is not what figures writes');
  });
});
