import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readConfig } from '@deelema/workflow';
import { createFolder, type Folder } from './support/schemas.ts';

let folder: Folder;
let root: string;
let put: Folder['put'];
beforeEach(() => {
  folder = createFolder(import.meta.dirname);
  ({ root, put } = folder);
});
afterEach(() => folder.remove());

async function complaint(yaml: string, name = 'p'): Promise<string> {
  put(`pipelines/${name}/pipeline.yaml`, yaml);
  const error = await readConfig(root, 'pipeline', name).then(
    () => undefined,
    (caught: unknown) => caught as Error & { exitCode: number }
  );
  expect(error?.exitCode).toBe(2);
  return error?.message ?? '';
}

describe('a good pipeline', () => {
  it('gets every section, defaults filled in', async () => {
    put('pipelines/p/pipeline.yaml', 'dataset: toy\nbaseline: {}\ntrain: {}\n');
    const config = await readConfig(root, 'pipeline', 'p');
    expect(config.dataset).toBe('toy');
    expect(config.sections.evaluate).toEqual({ config: { split: 'test' }, swap: undefined });
    expect(Object.keys(config.sections)).toEqual([
      'contaminate',
      'train',
      'baseline',
      'evaluate',
      'figures',
      'report',
    ]);
  });

  it('has the section of an optional stage only where the YAML has one', async () => {
    const without = await readConfig(root, 'dataset', 'toy');
    expect(Object.keys(without.sections)).toEqual(['generate', 'preprocess']);
    put('datasets/toy/dataset.yaml', 'compare: {}\ngenerate: {}\n');
    const { sections } = await readConfig(root, 'dataset', 'toy');
    expect(Object.keys(sections)).toEqual(['generate', 'preprocess', 'compare']);
    put('pipelines/p/pipeline.yaml', 'dataset: toy\n');
    const pipeline = await readConfig(root, 'pipeline', 'p');
    expect(Object.keys(pipeline.sections)).toEqual([
      'contaminate',
      'train',
      'evaluate',
      'figures',
      'report',
    ]);
  });

  it('splits a swapped section into the swap and the settings of the new stage', async () => {
    put('pipelines/p/my.mjs', 'export const stage = {};');
    put('pipelines/p/pipeline.yaml', 'dataset: toy\nevaluate: { use: ./my.mjs, colour: blue }\n');
    const { sections } = await readConfig(root, 'pipeline', 'p');
    expect(sections.evaluate).toEqual({
      config: { colour: 'blue' },
      swap: { use: './my.mjs', files: [] },
    });
  });
});

describe('what is wrong is said with its place, what was expected and what may have been meant', () => {
  it.each([
    [
      'an unknown key',
      'dataset: toy\nevaluate:\n  spilt: test\n',
      'pipelines/p/pipeline.yaml:3: unknown key "evaluate.spilt". Did you mean "split"?',
    ],
    [
      'a nested unknown key',
      'dataset: toy\nevaluate:\n  range:\n    low: 1\n    hi: 2\n',
      'pipelines/p/pipeline.yaml:5: unknown key "evaluate.range.hi".',
    ],
    [
      'an unknown stage',
      'dataset: toy\ntrian: {}\n',
      'pipelines/p/pipeline.yaml:2: unknown key "trian". Did you mean "train"?',
    ],
    [
      'an optional stage that is mistyped, and would not be there',
      'dataset: toy\nbasline: {}\n',
      'pipelines/p/pipeline.yaml:2: unknown key "basline". Did you mean "baseline"?',
    ],
    [
      "another kind's stage",
      'dataset: toy\ngenerate: {}\n',
      'unknown key "generate". "generate" belongs to a dataset.',
    ],
    [
      'a wrong type',
      'dataset: toy\nevaluate:\n  range: { low: wide }\n',
      'pipelines/p/pipeline.yaml:3: evaluate.range.low is "wide": expected number.',
    ],
    [
      'a wrong choice',
      'dataset: toy\nevaluate: { split: tset }\n',
      'evaluate.split is "tset": expected one of "test"|"all"',
    ],
    [
      'a section that is no mapping',
      'dataset: toy\nevaluate: 3\n',
      'evaluate is 3: expected a mapping of settings.',
    ],
    [
      'a missing dataset',
      'dataset: tya\n',
      'pipelines/p/pipeline.yaml:1: there is no dataset "tya": expected datasets/tya/dataset.yaml.',
    ],
    ['no dataset', 'train: {}\n', 'pipelines/p/pipeline.yaml: dataset is missing'],
    ['a dataset called samples', 'dataset: samples\n', 'A dataset cannot be called "samples"'],
    [
      'a dataset outside the workspace',
      'dataset: ../../elsewhere\n',
      '"../../elsewhere" is no name for a dataset',
    ],
    [
      'a swap file that is not there',
      'dataset: toy\ntrain: { use: ./gone.mjs }\n',
      'the file pipelines/p/gone.mjs does not exist.',
    ],
    [
      'an unknown format',
      'dataset: toy\ntrain: { run: { command: a, reads: root } }\n',
      'train.run.reads is "root"',
    ],
    [
      'text that is not YAML',
      'dataset: toy\ndataset: toy\n',
      'pipelines/p/pipeline.yaml: Map keys must be unique at line 2',
    ],
  ])('%s', async (_what, yaml, expected) => {
    expect(await complaint(yaml)).toContain(expected);
  });

  it('everything at once, one line each', async () => {
    const message = await complaint('dataset: tya\nevaluate: { spilt: test }\ntrain: { x: 1 }\n');
    expect(message.split('\n')).toHaveLength(3);
  });

  it('a file that is not there', async () => {
    await expect(readConfig(root, 'pipeline', 'q')).rejects.toThrow(
      'pipelines/q/pipeline.yaml cannot be read'
    );
  });
});

describe('a program in place of a stage', () => {
  it.each(['arrow', 'csv', 'parquet'])('reads and writes %s', async (format) => {
    put(
      'pipelines/p/pipeline.yaml',
      `dataset: toy\ntrain: { run: { command: x, reads: ${format}, writes: ${format} } }\n`
    );
    const { swap } = (await readConfig(root, 'pipeline', 'p')).sections.train;
    expect(swap).toEqual({ run: { command: 'x', files: [], reads: format, writes: format } });
  });

  it('reads no other format', async () => {
    expect(await complaint('dataset: toy\ntrain: { run: { command: x, reads: lhe } }\n')).toMatch(
      /:2: train\.run\.reads is "lhe": expected one of "arrow"\|"csv"\|"parquet"/
    );
  });
});
