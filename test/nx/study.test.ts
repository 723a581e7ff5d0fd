import { existsSync, rmSync } from 'node:fs';
import { tableSchema } from '@deelema/records';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writePipeline, writeToyDataset } from '../support/small-pipeline.ts';
import { stagesOfMembers, writeStudy } from '../support/small-study.ts';
import { createWorkspace, type Workspace } from '../support/workspace.ts';

/** Real Nx in a workspace of its own. The tests build on each other: each leaves everything made. */
let workspace: Workspace;
const YAML = 'pipelines/s/study.yaml';
const MORE = '    more: { train: { seed: 9 } }\n';

beforeAll(() => {
  workspace = createWorkspace();
  writeToyDataset(workspace, 'toy');
  writeStudy(workspace, 's', 'toy');
});
afterAll(() => workspace.remove());

const study = ['run', 's:study'];

describe('a study', () => {
  it('makes what it collects of every member, its datasets once, and the table', async () => {
    expect(await workspace.executed(...study)).toEqual(
      [
        ...['toy:generate', 'toy:preprocess', 's:collect', 's:charts'],
        ...stagesOfMembers('s', 'one', 'two'),
      ].sort()
    );
    const table = tableSchema.parse(
      JSON.parse(workspace.read('pipelines/s/out/collect/table.json'))
    );
    expect(table.axes).toEqual([{ name: 'seed', labels: ['one', 'two'] }]);
    const [one, two] = table.members.map(({ numbers }) => numbers['perEvent.m_A1.mean'].value);
    expect(one).not.toBe(two);
    const evaluation = 'pipelines/s/out/members/two/evaluate/evaluation.json';
    expect(JSON.parse(workspace.read(evaluation))).toMatchObject({
      masses: { m_A1: { mean: two } },
    });
    expect(workspace.read('pipelines/s/out/collect/table.md')).toContain('| one |');
  });

  it('is answered from the cache the second time', async () => {
    expect(await workspace.executed(...study)).toEqual([]);
    const { tasks } = JSON.parse(workspace.read('.nx/cache/run.json')) as {
      tasks: { cacheStatus: string }[];
    };
    // Build, dataset (2), members (2 times 4), collect, charts and study.
    expect(tasks).toHaveLength(14);
    expect(new Set(tasks.map(({ cacheStatus }) => cacheStatus))).toEqual(
      new Set(['local-cache-hit'])
    );
  });

  it('is no pipeline, and neither are its members', async () => {
    const { output } = await workspace.nx('show', 'projects', '--with-target', 'pipeline');
    expect(output.trim()).toBe('');
  });

  it('runs again what one value of an axis touches, and the table', async () => {
    workspace.edit(YAML, '{ seed: 2 }', '{ seed: 3 }');
    expect(await workspace.executed(...study)).toEqual([
      's/two:evaluate',
      's/two:train',
      's:charts',
      's:collect',
    ]);
  });

  it('runs a new member, and the table', async () => {
    workspace.edit(YAML, 'matrix:\n  seed:\n', `matrix:\n  seed:\n${MORE}`);
    expect(await workspace.executed(...study)).toEqual([
      ...stagesOfMembers('s', 'more'),
      's:charts',
      's:collect',
    ]);
  });

  it('forgets a member that is taken away, whose folder is still there', async () => {
    workspace.edit(YAML, MORE, '');
    // The table of these two members is restored: it has been made before.
    expect(await workspace.executed(...study)).toEqual([]);
    expect(workspace.read('pipelines/s/out/collect/table.csv')).not.toContain('more');
    expect(existsSync(workspace.path('pipelines/s/out/members/more'))).toBe(true);
  });

  it('lists its tasks, and is known to `deelema run`', async () => {
    workspace.edit(YAML, 'evaluate: { split: all }', 'evaluate: { split: test }');
    const { code, output } = await workspace.deelema('run', 's', '--dry-run');
    expect(code, output).toBe(0);
    const [tasks, totals] = output.trim().split('\n\n');
    const lines = tasks.split('\n');
    expect(lines).toHaveLength(12);
    expect(totals).toMatch(/^\d+ tasks to run: about /);
    expect(lines[0]).toMatch(/^data-toy:generate +up to date +datasets\/toy\/generate$/);
    expect(output).toMatch(/^s-two:train +up to date +pipelines\/s\/out\/members\/two\/train$/m);
    expect(output).toMatch(/^s-two:evaluate +to run, .*took [\d.]+ s /m);
    expect(output).toMatch(/^s:collect +to run, took/m);
    const member = await workspace.deelema('run', 's-two', 'train', '--dry-run');
    expect(member.output).toMatch(/^train +up to date/m);
    const run = await workspace.deelema('run', 's');
    expect(run.code, run.output).toBe(0);
    const verified = await workspace.deelema('verify', 'pipelines/s');
    expect(verified.output).toContain('pipelines/s/out/members/two/train: as written');
    const evaluation = 'pipelines/s/out/members/two/evaluate/evaluation.json';
    expect(JSON.parse(workspace.read(evaluation))).toMatchObject({ split: 'test' });
  });
});

describe('a study with a mistake fails before anything runs', () => {
  /** What the study says; nothing of it may be there afterwards. */
  async function complaint(): Promise<string> {
    const { code, output } = await workspace.nx('run', 'bad:study');
    expect(code).not.toBe(0);
    expect(existsSync(workspace.path('pipelines/bad/out'))).toBe(false);
    return output;
  }

  it('in one of its members', async () => {
    writeStudy(workspace, 'bad', 'toy');
    workspace.edit('pipelines/bad/study.yaml', '{ seed: 2 }', '{ sede: 2 }');
    expect(await complaint()).toContain(
      'pipelines/bad/study.yaml:4 (seed two): unknown key "train.sede". Did you mean "seed"?'
    );
  });

  it('in the name of a member, which is that of a pipeline; that one is not disturbed', async () => {
    writeStudy(workspace, 'bad', 'toy');
    writePipeline(workspace, 'bad-two', 'toy');
    expect(await complaint()).toContain(
      'pipelines/bad/study.yaml:1: the member "two" would be the project "bad-two", the name of a pipeline'
    );
    const { output } = await workspace.nx('show', 'projects', '--with-target', 'pipeline');
    expect(output.trim()).toBe('bad-two');
    rmSync(workspace.path('pipelines/bad-two'), { recursive: true });
  });

  it('in a folder that is a pipeline too', async () => {
    writePipeline(workspace, 'bad', 'toy');
    expect(await complaint()).toContain(
      'pipelines/bad holds both pipeline.yaml and study.yaml: a folder is a pipeline or a study'
    );
  });
});
