import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeEventFile } from '../support/event-file.ts';
import { runStageProcess } from '../support/run-stage.ts';
import { writeFileDataset, writePipeline } from '../support/small-pipeline.ts';
import { createWorkspace, REPOSITORY, type Workspace } from '../support/workspace.ts';

/** Real Nx in a workspace of its own: the dataset `plots` is compared with a reference, the dataset `plain` is not. */
let workspace: Workspace;
const REFERENCE = 'reference.json';

beforeAll(() => {
  workspace = createWorkspace();
  writeEventFile(workspace.path('events.lhe'), 'gluino-antler-1000-800-700', 200);
  writeReference('Pythia');
  for (const name of ['plots', 'plain']) {
    writeFileDataset(workspace, name, workspace.path('events.lhe'));
  }
  const file = 'datasets/plots/dataset.yaml';
  workspace.write(file, `${workspace.read(file)}compare: { reference: ../../${REFERENCE} }\n`);
});
afterAll(() => workspace.remove());

/** Three observables of a committed reference, said to be by some generator. */
function writeReference(generator: string): void {
  const path = join(REPOSITORY, 'test/reference/generators/pythia-gluino.json');
  const whole = JSON.parse(readFileSync(path, 'utf8')) as { observables: { name: string }[] };
  const observables = whole.observables.filter(({ name }) =>
    ['m_A1', 'pt_a1', 'cos_b1'].includes(name)
  );
  workspace.write(REFERENCE, JSON.stringify({ ...whole, generator, observables }));
}

describe('an optional stage', () => {
  it('runs with `pipeline` where a dataset asks for it, and no other dataset has that target', async () => {
    expect(await workspace.executed('run-many', '-t', 'pipeline')).toEqual([
      'plots:compare',
      'plots:generate',
      'plots:preprocess',
    ]);
    expect(existsSync(workspace.path('datasets/plots/compare/masses.svg'))).toBe(true);
  });

  it('runs again when its reference changes, wherever that lies, and nothing else does', async () => {
    expect(await workspace.executed('run', 'data-plots:compare')).toEqual([]);
    writeReference('Another');
    expect(await workspace.executed('run', 'data-plots:compare')).toEqual(['plots:compare']);
    const comparison = workspace.read('datasets/plots/compare/comparison.json');
    expect(JSON.parse(comparison)).toMatchObject({ reference: { generator: 'Another' } });
  });

  it('is no part of a pipeline on that dataset', async () => {
    writePipeline(workspace, 'p', 'plots');
    const { code, output } = await workspace.deelema('run', 'p', '--dry-run');
    expect(code, output).toBe(0);
    expect(output).toMatch(/^generate +up to date/m);
    expect(output).not.toContain('compare');
    rmSync(workspace.path('pipelines/p'), { recursive: true });
  });

  it('is known to `deelema run`, with the dataset that has it', async () => {
    const all = await workspace.deelema('run', 'data-plots', '--dry-run');
    expect(all.output.trim().split('\n')).toEqual([
      expect.stringMatching(/^generate +up to date/),
      expect.stringMatching(/^preprocess +up to date/),
      expect.stringMatching(/^compare +up to date/),
    ]);
    expect(await workspace.deelema('run', 'data-plots', 'compare')).toMatchObject({ code: 0 });
  });

  it('is not missed by `deelema run` on a dataset without it', async () => {
    const { output } = await workspace.deelema('run', 'data-plain', '--dry-run');
    expect(output.trim().split('\n')).toEqual([
      expect.stringMatching(/^generate /),
      expect.stringMatching(/^preprocess /),
    ]);
    expect(await workspace.deelema('run', 'data-plain')).toMatchObject({ code: 0 });
  });

  it.each([
    [['data-plain', 'compare'], 'datasets/plain/dataset.yaml has no section "compare".'],
    [['data-plots', 'train'], 'dataset plots has no stage "train": "train" belongs to a pipeline.'],
  ])('is missed with a sentence: deelema run %j', async (words, expected) => {
    const { code, output } = await workspace.deelema('run', ...words);
    expect(code).toBe(2);
    expect(output).toContain(expected);
    expect(output).not.toContain('    at ');
  });

  it('is missed with a sentence by the runner too', async () => {
    const { code, output } = await runStageProcess(workspace, 'dataset', 'plain', 'compare');
    expect(code).toBe(2);
    expect(output).toContain(
      'datasets/plain/dataset.yaml has no section "compare": the dataset plain has this stage only with one.'
    );
  });

  it('fails with a sentence where its reference is not there', async () => {
    rmSync(workspace.path(REFERENCE));
    const { code, output } = await runStageProcess(workspace, 'dataset', 'plots', 'compare');
    expect(code).toBe(1);
    expect(output).toContain('reference.json cannot be read: expected a file of reference');
    expect(output).not.toContain('    at ');
    expect(existsSync(workspace.path('datasets/plots/compare'))).toBe(false);
  });
});
