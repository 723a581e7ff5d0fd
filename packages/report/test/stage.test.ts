import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { config } from '../src/config.mjs';
import { stage } from '../src/index.ts';
import { DRAWING, words } from './support/content.ts';
import { nestingErrors } from './support/well-formed.ts';

const folders: string[] = [];

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

const FIGURE = {
  id: 'masses',
  title: 'Masses',
  caption: 'Masses.',
  svg: 'masses.svg',
  png: 'masses.png',
  width: 10,
  height: 10,
};

async function runReport(settings: unknown = {}, figure: unknown = FIGURE): Promise<string> {
  const base = mkdtempSync(join(tmpdir(), 'report-'));
  folders.push(base);
  const dirs = { evaluate: join(base, 'evaluate'), figures: join(base, 'figures') };
  const dir = join(base, 'report');
  for (const folder of [dirs.evaluate, dirs.figures, dir]) mkdirSync(folder);
  const evaluation = join(dirs.evaluate, 'evaluation.json');
  copyFileSync(
    fileURLToPath(new URL('../../../test/reference/evaluation.json', import.meta.url)),
    evaluation
  );
  const list = join(dirs.figures, 'figures.json');
  writeFileSync(list, JSON.stringify({ schemaVersion: 1, figures: [figure], skipped: [] }));
  writeFileSync(join(dirs.figures, 'masses.svg'), `${DRAWING}\n`);
  await stage.run({
    config: config.parse(settings),
    inputs: {
      evaluate: { dir: dirs.evaluate, path: () => evaluation },
      figures: { dir: dirs.figures, path: () => list },
    },
    out: { dir, path: () => join(dir, 'report.html'), file: (name) => join(dir, name) },
    project: 'toy-ec20',
    base,
    scratch: join(base, 'scratch'),
    workers: 1,
    progress: { start: () => undefined, add: () => undefined, log: () => undefined },
    signal: new AbortController().signal,
  });
  return readFileSync(join(dir, 'report.html'), 'utf8');
}

describe('report', () => {
  it('writes a page with the figures in it, named after the pipeline', async () => {
    const html = await runReport();
    expect(nestingErrors(html)).toEqual([]);
    expect(html).toContain(DRAWING);
    expect(html).toContain('<title>DeeLeMa: toy-ec20</title>');
    expect(words(html)).toContain('npx nx run toy-ec20:pipeline');
  });

  it('takes another title', async () => {
    const html = await runReport({ title: 'Gluinos & squarks' });
    expect(html).toContain('<h1>Gluinos &amp; squarks</h1>');
    expect(config.safeParse({ heading: 'x' }).success).toBe(false);
  });

  it('writes the same bytes again', async () => {
    expect(await runReport()).toBe(await runReport());
  });

  it('reads no figure from outside the folder', async () => {
    const outside = runReport({}, { ...FIGURE, svg: '../masses.svg' });
    await expect(outside).rejects.toMatchObject({ exitCode: 1 });
    await expect(outside).rejects.toThrow('figures.json is not what figures writes');
  });
});
