import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readConfig } from '@deelema/workflow';
import { describe, expect, it, vi } from 'vitest';
import { temporaryFolder } from '../../../test/support/temporary-folder.ts';
import { REPOSITORY } from '../../../test/support/workspace.ts';
import { findPipeline, isStudy } from '../src/find-project.ts';
import { planPipeline, planStudy } from '../src/tasks.ts';
import { readConfigs } from '../src/wanted-stages.ts';
import { deelema } from './support/deelema.ts';

const SETTINGS =
  'contaminate: { fraction: 0, seed: 1 }, train: { mC: 1, seed: 1 }, baseline: { mC: 1 }';

/** A workspace with the study `s` of the pipeline `p` and of two members, `s/a` and `s/b`. */
function workspaceWithStudy(until = 'evaluate'): string {
  const root = temporaryFolder();
  const put = (folder: string, file: string, text: string): void => {
    mkdirSync(join(root, folder), { recursive: true });
    writeFileSync(join(root, folder, file), text);
  };
  put('.', 'nx.json', '{}');
  for (const folder of ['packages', 'node_modules']) {
    symlinkSync(join(REPOSITORY, folder), join(root, folder));
  }
  put(
    'datasets/toy',
    'dataset.yaml',
    'generate: { source: toy, events: 9, seed: 1 }\npreprocess: { seed: 2 }\n'
  );
  put('pipelines/p', 'pipeline.yaml', `{ dataset: toy, ${SETTINGS} }\n`);
  put(
    'pipelines/s',
    'study.yaml',
    `members: [p]\npipeline: { dataset: toy, ${SETTINGS} }\nmatrix: { axis: { a: {}, b: {} } }\nuntil: ${until}\n`
  );
  return root;
}

describe('deelema run on a study', () => {
  it('makes the stages of its members that it asks for, the dataset once, and its own', async () => {
    const root = workspaceWithStudy();
    const study = await readConfig(root, 'study', 's');
    const { target, tasks } = await planStudy(root, study);
    expect(target).toBe('s:study');
    const stages = ['contaminate', 'train', 'baseline', 'evaluate'];
    expect(tasks.map(({ title }) => title)).toEqual([
      'data-toy:generate',
      'data-toy:preprocess',
      ...['p', 's-a', 's-b'].flatMap((project) => stages.map((stage) => `${project}:${stage}`)),
      's:collect',
      's:charts',
    ]);
    expect(tasks.at(-2)?.needs).toEqual(
      ['p/out', 's/out/members/a', 's/out/members/b'].flatMap((folder) =>
        ['train', 'baseline', 'evaluate'].map((stage) => `pipelines/${folder}/${stage}`)
      )
    );
    expect(tasks.at(-1)?.needs).toEqual([
      'pipelines/s/out/collect',
      ...['p/out', 's/out/members/a', 's/out/members/b'].map((f) => `pipelines/${f}/train`),
    ]);
  });

  it('leaves out a stage that a member has not, and what would be collected of it', async () => {
    const root = workspaceWithStudy();
    const bare = SETTINGS.replace(/, baseline.*/, '');
    writeFileSync(join(root, 'pipelines/p/pipeline.yaml'), `{ dataset: toy, ${bare} }\n`);
    const { tasks } = await planStudy(root, await readConfig(root, 'study', 's'));
    const titles = tasks.map(({ title }) => title);
    expect(titles).not.toContain('p:baseline');
    expect(titles).toContain('s-a:baseline');
    const needs = (title: string) => tasks.find((task) => task.title === title)?.needs;
    const out = 'pipelines/p/out';
    expect(needs('p:evaluate')).toEqual([`${out}/contaminate`, `${out}/train`]);
    expect(needs('s:collect')?.slice(0, 3)).toEqual([
      `${out}/train`,
      `${out}/evaluate`,
      'pipelines/s/out/members/a/train',
    ]);
    const { tasks: ofPipeline } = planPipeline(await readConfigs(root, 'p'), undefined);
    expect(ofPipeline.map(({ stage }) => stage)).toEqual([
      ...['generate', 'preprocess', 'contaminate', 'train', 'evaluate', 'figures', 'report'],
    ]);
  });

  it('makes reports where it asks for them, but not for its table alone', async () => {
    const root = workspaceWithStudy('report');
    const study = await readConfig(root, 'study', 's');
    const titles = async (stage?: string) =>
      (await planStudy(root, study, stage)).tasks.map(({ title }) => title);
    expect(await titles()).toContain('s-b:report');
    expect(await titles('collect')).not.toContain('s-b:report');
    expect(await titles('collect')).not.toContain('s:charts');
    expect((await titles('charts')).slice(-2)).toEqual(['s:collect', 's:charts']);
    expect((await planStudy(root, study, 'collect')).target).toBe('s:collect');
  });

  it('takes a member by either name', async () => {
    const root = workspaceWithStudy();
    expect(['s', 'p', 's/a'].map((name) => isStudy(root, name))).toEqual([true, false, false]);
    expect(['s-a', 's/a', 'p', 's-c'].map((word) => findPipeline(root, word))).toEqual([
      's/a',
      's/a',
      'p',
      's-c',
    ]);
    const { target, tasks } = planPipeline(await readConfigs(root, 's/a'), undefined);
    expect(target).toBe('s-a:report');
    expect(tasks.map(({ stage }) => stage)).toHaveLength(8);
    expect(tasks[3]).toMatchObject({ title: 'train', folder: 'pipelines/s/out/members/a/train' });
  });

  it.each([
    [
      ['s', 'train'],
      'study s has no stage "train": expected one of study, collect, charts; ask a member',
    ],
    [['s/c'], 'pipelines/s/study.yaml makes no member "c".'],
    [['s-c'], 'pipelines/s-c/pipeline.yaml cannot be read: there is no such file.'],
    [['p', 'collect'], 'pipeline p has no stage "collect": "collect" belongs to a study.'],
    [['p', 'summary'], 'pipeline p has no stage "summary": "summary" belongs to a study.'],
    [['data-toy', 'baseline'], '"baseline" belongs to a pipeline.'],
  ])('is wrong usage: %j', async (words, expected) => {
    vi.spyOn(process, 'cwd').mockReturnValue(workspaceWithStudy());
    const { exitCode, errors } = await deelema('run', ...words, '--dry-run');
    vi.restoreAllMocks();
    expect(exitCode).toBe(2);
    expect(errors).toContain(expected);
  });
});
