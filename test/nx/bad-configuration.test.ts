import { existsSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writePipeline, writeToyDataset } from '../support/small-pipeline.ts';
import { createWorkspace, type Workspace } from '../support/workspace.ts';

let workspace: Workspace;
beforeAll(() => {
  workspace = createWorkspace();
  writeToyDataset(workspace, 'toy');
  writePipeline(workspace, 'good', 'toy');
});
afterAll(() => workspace.remove());

/** Runs the pipeline `bad`, which must fail without any stage having been executed. */
async function complaint(): Promise<string> {
  const { code, output } = await workspace.nx('run', 'bad:pipeline');
  expect(code).not.toBe(0);
  expect(existsSync(workspace.path('pipelines/bad/out'))).toBe(false);
  return output;
}

describe('a pipeline with a mistake fails before anything runs', () => {
  it('an unknown key: its place and what was meant', async () => {
    writePipeline(workspace, 'bad', 'toy');
    workspace.edit('pipelines/bad/pipeline.yaml', '{ split: all }', '{ spilt: all }');
    expect(await complaint()).toContain(
      'pipelines/bad/pipeline.yaml:13: unknown key "evaluate.spilt". Did you mean "split"?'
    );
    expect(existsSync(workspace.path('datasets/toy/generate'))).toBe(false);
  });

  it('a wrong type', async () => {
    writePipeline(workspace, 'bad', 'toy');
    workspace.edit('pipelines/bad/pipeline.yaml', 'epochs: 2', 'epochs: two');
    expect(await complaint()).toContain('train.epochs is "two": expected number.');
  });

  it('a missing dataset', async () => {
    writePipeline(workspace, 'bad', 'nowhere');
    expect(await complaint()).toContain(
      'there is no dataset "nowhere": expected datasets/nowhere/dataset.yaml.'
    );
  });

  it('a dataset called samples', async () => {
    writeToyDataset(workspace, 'samples');
    const { code, output } = await workspace.nx('run', 'data-samples:generate');
    expect(code).not.toBe(0);
    expect(output).toContain('A dataset cannot be called "samples"');
    rmSync(workspace.path('datasets/samples'), { recursive: true });
  });

  it('a module without a stage', async () => {
    writePipeline(workspace, 'bad', 'toy');
    workspace.write('pipelines/bad/empty.mjs', 'export const stages = 1;\n');
    workspace.edit(
      'pipelines/bad/pipeline.yaml',
      'evaluate: { split: all }',
      'evaluate: { use: ./empty.mjs }'
    );
    expect(await complaint()).toContain(
      './empty.mjs exports no stage: expected `export const stage = defineStage('
    );
  });

  it('a package that is not installed', async () => {
    writePipeline(workspace, 'bad', 'toy');
    workspace.edit(
      'pipelines/bad/pipeline.yaml',
      'evaluate: { split: all }',
      "evaluate: { use: '@me/gone' }"
    );
    expect(await complaint()).toContain(
      'The package "@me/gone" is not installed: run npm install @me/gone'
    );
  });

  it('an output folder that leaves the workspace', async () => {
    writePipeline(workspace, 'bad', 'toy');
    const elsewhere = `${workspace.root} elsewhere`;
    mkdirSync(elsewhere);
    symlinkSync(elsewhere, workspace.path('pipelines/bad/out'));
    const { code, output } = await workspace.nx('run', 'bad:pipeline');
    rmSync(workspace.path('pipelines/bad/out'));
    rmSync(elsewhere, { recursive: true });
    expect(code).not.toBe(0);
    expect(output).toContain('pipelines/bad/out/contaminate leaves the workspace: it leads to');
  });

  it.each([
    ['an unknown alias', 'report: *nope\n', 'Unresolved alias'],
    ['a folder among the files', 'report: { run: { command: ls, files: [..] } }\n', 'is a folder'],
    [
      'a mistyped way to swap',
      'report: { run: { comand: ls } }\n',
      'unknown key "report.run.comand". Did you mean "command"?',
    ],
  ])('%s', async (_what, text, expected) => {
    writePipeline(workspace, 'bad', 'toy');
    workspace.write(
      'pipelines/bad/pipeline.yaml',
      workspace.read('pipelines/bad/pipeline.yaml') + text
    );
    expect(await complaint()).toContain(expected);
  });

  it.each(['deelema', 'data-toy'])('the name of another project: %s', async (name) => {
    writePipeline(workspace, name, 'toy');
    const { code, output } = await workspace.nx('run', `misnamed-${name}:pipeline`);
    rmSync(workspace.path('pipelines', name), { recursive: true });
    expect(code).not.toBe(0);
    expect(output).toContain(`A pipeline cannot be called "${name}"`);
  });

  it('does not disturb the others', async () => {
    writePipeline(workspace, 'bad', 'nowhere');
    const { code } = await workspace.nx('run', 'good:contaminate');
    expect(code).toBe(0);
  });
});
