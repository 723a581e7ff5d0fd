import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Table } from '@deelema/records';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeEventFile } from '../support/event-file.ts';
import { runStageProcess } from '../support/run-stage.ts';
import {
  BASELINE,
  stagesOfPipeline,
  writeFileDataset,
  writePipeline,
  writeToyDataset,
} from '../support/small-pipeline.ts';
import { createWorkspace, REPOSITORY, type Workspace } from '../support/workspace.ts';

let workspace: Workspace;
const REFERENCE = 'reference.json';

/**
 * Real Nx in a workspace of its own: the dataset `plots` is compared with a reference, the dataset `plain` is not. What
 * was executed is read from the stages' own run records.
 */
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

/** The lines of a dry run that are tasks. */
function tasksOf(output: string): string[] {
  return output.trim().split('\n\n')[0].split('\n');
}

/** Three observables of a committed reference, said to be by some generator. */
function writeReference(generator: string): void {
  const path = join(REPOSITORY, 'test/reference/generators/pythia-gluino.json');
  const whole = JSON.parse(readFileSync(path, 'utf8')) as { observables: { name: string }[] };
  const observables = whole.observables.filter(({ name }) =>
    ['m_A1', 'pt_a1', 'cos_b1'].includes(name)
  );
  workspace.write(REFERENCE, JSON.stringify({ ...whole, generator, observables }));
}

describe('an optional stage of a dataset', () => {
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
    expect(tasksOf(all.output)).toEqual([
      expect.stringMatching(/^generate +up to date/),
      expect.stringMatching(/^preprocess +up to date/),
      expect.stringMatching(/^compare +up to date/),
    ]);
    expect(await workspace.deelema('run', 'data-plots', 'compare')).toMatchObject({ code: 0 });
  });

  it('is not missed by `deelema run` on a dataset without it', async () => {
    const { output } = await workspace.deelema('run', 'data-plain', '--dry-run');
    expect(tasksOf(output)).toEqual([
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

describe('an optional stage that others read', () => {
  const YAML = 'pipelines/p/pipeline.yaml';
  const all = ['run', 'p:pipeline'];
  const read = (path: string): unknown => JSON.parse(workspace.read(`pipelines/p/out/${path}`));
  /** The words of the report. */
  const page = (): string =>
    workspace
      .read('pipelines/p/out/report/report.html')
      .replace(/<[^>]*>/g, ' ')
      .replace(/\s+/g, ' ');
  const ABSENT = 'Not run: this pipeline has no stage “baseline”.';
  const withBaseline = (): void => workspace.write(YAML, workspace.read(YAML) + BASELINE);
  const withoutBaseline = (): void => workspace.edit(YAML, BASELINE, '');

  beforeAll(() => {
    writeToyDataset(workspace, 'toy');
    writePipeline(workspace, 'p', 'toy');
    withoutBaseline();
  });

  it('is not made where the pipeline has no section, and the page says that it was not run', async () => {
    const made = stagesOfPipeline('p').filter((stage) => stage !== 'p:baseline');
    expect(await workspace.executed(...all)).toEqual([...made, 'toy:generate', 'toy:preprocess']);
    expect(existsSync(workspace.path('pipelines/p/out/baseline'))).toBe(false);
    expect(read('evaluate/evaluation.json')).toMatchObject({ baselines: null, measurements: null });
    expect(page()).toContain('Likelihood not run');
    expect(page()).toContain(ABSENT);
  });

  it('runs where the section is added, and so does what reads it, from evaluate on, and nothing else', async () => {
    withBaseline();
    expect(await workspace.executed(...all)).toEqual([
      'p:baseline',
      'p:evaluate',
      'p:figures',
      'p:report',
    ]);
    expect(page()).not.toContain(ABSENT);
    expect(await workspace.executed(...all)).toEqual([]);
  });

  it('is forgotten where the section is taken away, though its outputs are left', async () => {
    withoutBaseline();
    // What was made without it is restored.
    expect(await workspace.executed(...all)).toEqual([]);
    expect(existsSync(workspace.path('pipelines/p/out/baseline/events.arrow'))).toBe(true);
    expect(read('evaluate/evaluation.json')).toMatchObject({ baselines: null });
    workspace.edit(YAML, '{ split: all }', '{ split: train }');
    expect(await workspace.executed(...all)).toEqual(['p:evaluate', 'p:figures', 'p:report']);
    expect(read('evaluate/evaluation.json')).toMatchObject({ split: 'train', baselines: null });
  });

  it('has no task in `deelema run`, and is missed with a sentence', async () => {
    const { code, output } = await workspace.deelema('run', 'p', '--dry-run');
    expect(code, output).toBe(0);
    const stages = tasksOf(output).map((line) => line.split(' ')[0]);
    expect(stages).toEqual([
      ...['generate', 'preprocess', 'contaminate', 'train', 'evaluate', 'figures', 'report'],
    ]);
    expect(await workspace.deelema('run', 'p')).toMatchObject({ code: 0 });
    const missed = await workspace.deelema('run', 'p', 'baseline');
    expect(missed.code).toBe(2);
    expect(missed.output).toContain(`${YAML} has no section "baseline".`);
  });

  it('may be there in some members of a study: the table has its numbers of these', async () => {
    withBaseline();
    const matrix = 'matrix: { seed: { one: { train: { seed: 1 } } } }';
    const settings = workspace.read(YAML).replace(BASELINE, '').trim().replaceAll('\n', '\n  ');
    workspace.write(
      'pipelines/s/study.yaml',
      `members: [p]\npipeline:\n  ${settings}\n${matrix}\n`
    );
    const executed = await workspace.executed('run', 's:study');
    expect(executed).toContain('s:collect');
    expect(executed).not.toContain('s/one:baseline');
    const { members } = JSON.parse(workspace.read('pipelines/s/out/collect/table.json')) as Table;
    const ends = members.map(({ numbers }) => numbers['endpoint.mt2_b'].value);
    expect(ends).toEqual([expect.any(Number), null]);
    expect(members.map(({ numbers }) => numbers['auxiliary.mA'].value)).toEqual([
      expect.any(Number),
      expect.any(Number),
    ]);
  });

  it('makes the table again where a member loses it', async () => {
    withoutBaseline();
    expect(await workspace.executed('run', 's:study')).toContain('s:collect');
    const table = workspace.read('pipelines/s/out/collect/table.json');
    const { members } = JSON.parse(table) as Table;
    expect(members.map(({ numbers }) => numbers['endpoint.mt2_b'].value)).toEqual([null, null]);
  });
});
