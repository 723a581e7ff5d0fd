import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { StageMember } from '@deelema/stage';
import { describe, expect, it } from 'vitest';
import { EVALUATION_FILE } from '../../../test/support/frozen-evaluation.ts';
import { stageContext } from '../../../test/support/stage-context.ts';
import { temporaryFolder } from '../../../test/support/temporary-folder.ts';
import { nestingErrors } from '../../report/test/support/well-formed.ts';
import { inputFolder } from '../../stage/src/folders.ts';
import { config } from '../src/config.mjs';
import { stage } from '../src/index.ts';
import { DRAWING, MASSES, MEMBERS, SOLVABILITY, table, words } from './support/content.ts';

const SHA256 = 'c0ffee'.padEnd(64, '0');
const LIST = { schemaVersion: 1, figures: [MASSES], skipped: [SOLVABILITY] };

const figures = [
  { member: 'toy-0-1', figure: 'masses', title: 'Figure 5 of the paper' },
  { member: 'toy-20-1', figure: 'masses' },
  { member: 'toy-20-1', figure: 'solvability' },
];

/** Folders as the stages before leave them. */
function contextOf(settings: unknown, documents: { table?: unknown; list?: unknown } = {}) {
  const base = temporaryFolder();
  const inputs = { collect: join(base, 'collect'), charts: join(base, 'charts') };
  for (const folder of Object.values(inputs)) mkdirSync(folder);
  write(inputs.collect, 'table.json', documents.table ?? table());
  writeFileSync(join(inputs.collect, 'table.csv'), 'member\n');
  const charts = [{ ...MASSES, id: 'masses' }];
  write(inputs.charts, 'charts.json', { schemaVersion: 1, figures: charts, skipped: [] });
  writeFileSync(join(inputs.charts, 'masses.svg'), `${DRAWING}\n`);
  const members = MEMBERS.map(({ name, labels }) => writeMember(base, { name, labels }, documents));
  const context = stageContext(
    'summary',
    config.parse(settings),
    { base, inputs },
    { project: 'paper' }
  );
  return { ...context, members };
}

function writeMember(
  base: string,
  { name, labels }: Pick<StageMember, 'name' | 'labels'>,
  { list = LIST }: { list?: unknown }
): StageMember {
  const [evaluate, drawn] = ['evaluate', 'figures'].map((stage) => join(base, name, stage));
  for (const folder of [evaluate, drawn]) mkdirSync(folder, { recursive: true });
  copyFileSync(EVALUATION_FILE, join(evaluate, 'evaluation.json'));
  write(evaluate, 'manifest.json', {
    files: { 'evaluation.json': { bytes: 1, sha256: SHA256 } },
    counts: {},
  });
  write(drawn, 'figures.json', list);
  writeFileSync(join(drawn, 'masses.svg'), `${DRAWING}\n`);
  const inputs = {
    evaluate: inputFolder('evaluate', evaluate),
    figures: inputFolder('figures', drawn),
  };
  return { name, labels, inputs };
}

function write(folder: string, file: string, document: unknown): void {
  writeFileSync(join(folder, file), JSON.stringify(document));
}

async function run(...context: Parameters<typeof contextOf>): Promise<string> {
  const made = contextOf(...context);
  await stage.run(made);
  return readFileSync(join(made.out.dir, 'summary.html'), 'utf8');
}

describe('summary', () => {
  it('writes a page with the charts and the figures asked for', async () => {
    const context = contextOf({ figures });
    expect(await stage.run(context)).toEqual({ counts: { members: 4, figures: 3 } });
    const html = readFileSync(join(context.out.dir, 'summary.html'), 'utf8');
    expect(nestingErrors(html)).toEqual([]);
    const text = words(html);
    expect(text).toContain('Figure 1. Masses of B and A.');
    expect(text).toContain('Figure 2. Figure 5 of the paper. Masses of B and A.');
    expect(text).toContain('Figure 3. Masses, toy-20-1. Masses of B and A.');
    expect(text).toContain('Not drawn: Solvability, toy-20-1. It was not run.');
    expect(text).toContain(SHA256);
  });

  it('names the parts of every drawing differently, and refers to them', async () => {
    const html = await run({ figures });
    const ids = [...html.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const figure of ['masses', '1-masses', '2-masses']) {
      expect(ids).toContain(`drawing-${figure}-masses-1`);
      expect(html).toContain(`url(#drawing-${figure}-masses-1)`);
    }
  });

  it('writes the same bytes again, and no path of the machine', async () => {
    const context = contextOf({ figures });
    await stage.run(context);
    const html = readFileSync(join(context.out.dir, 'summary.html'), 'utf8');
    expect(await run({ figures })).toBe(html);
    expect(html).not.toContain(context.base);
  });

  it('needs no charts and no figures', async () => {
    const html = await run({});
    expect(html).toContain('<h1>Study: paper</h1>');
  });

  it.each([
    [
      { figures: [{ member: 'toy-0-1', figure: 'masse' }] },
      {},
      'toy-0-1 has no figure "masse" in its figures.json; it has masses, solvability. Did you mean "masses"?',
    ],
    [
      { figures: [{ member: 'toy-0-1', figure: 'masses' }] },
      { list: { ...LIST, figures: [], skipped: [] } },
      'toy-0-1 has no figure "masses" in its figures.json; it has none.',
    ],
    [{}, { list: {} }, 'measured-data: figures.json is not what figures writes'],
    [{}, { table: {} }, 'table.json is not what collect writes'],
    [
      {},
      { table: table({ members: MEMBERS.slice(1) }) },
      'different members, they differ in measured-data: run collect again.',
    ],
  ])('says what is not there: %j', async (settings, documents, expected) => {
    await expect(run(settings, documents)).rejects.toThrow(expected);
  });

  it('stops when it is told to', async () => {
    const context = contextOf({});
    const stopped = stage.run({ ...context, signal: AbortSignal.abort() });
    await expect(stopped).rejects.toThrow('aborted');
  });
});
