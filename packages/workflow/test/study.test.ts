import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkedStudy, memberConfig, readConfig, stageDir } from '@deelema/workflow';
import { createFolder, type Folder } from './support/schemas.ts';

let folder: Folder;
beforeEach(() => {
  folder = createFolder(import.meta.dirname);
  for (const name of ['one', 'other'])
    folder.put(`pipelines/${name}/pipeline.yaml`, 'dataset: toy\n');
  folder.put('datasets/ttbar/dataset.yaml', 'generate: {}\n');
});
afterEach(() => folder.remove());

function write(...lines: string[]): void {
  folder.put('pipelines/s/study.yaml', `${lines.join('\n')}\n`);
}

/** What `pipelines/s/study.yaml` is told. */
async function complaint(...lines: string[]): Promise<string> {
  write(...lines);
  const error = await readConfig(folder.root, 'study', 's').then(
    () => undefined,
    (caught: unknown) => caught as Error & { exitCode: number }
  );
  expect(error?.exitCode).toBe(2);
  return error?.message ?? '';
}

const names = (): string[] => checkedStudy(folder.root, 's').members.map(({ name }) => name);

describe('the members of a study', () => {
  it('are the pipelines it lists and every combination of its matrix, the last axis fastest', () => {
    write(
      'members: [other, one]',
      'pipeline: { dataset: toy }',
      'matrix:',
      '  split: { all: { evaluate: { split: all } }, test: }',
      "  seed: { '2': {}, 3: {} }"
    );
    expect(checkedStudy(folder.root, 's').members).toEqual([
      { name: 'other', pipeline: 'other', labels: {} },
      { name: 'one', pipeline: 'one', labels: {} },
      { name: 'all-2', pipeline: 's/all-2', labels: { split: 'all', seed: '2' } },
      { name: 'all-3', pipeline: 's/all-3', labels: { split: 'all', seed: '3' } },
      { name: 'test-2', pipeline: 's/test-2', labels: { split: 'test', seed: '2' } },
      { name: 'test-3', pipeline: 's/test-3', labels: { split: 'test', seed: '3' } },
    ]);
  });

  it('are built in the folder of the study', () => {
    expect(stageDir('pipeline', 's/all-2', 'train')).toBe('pipelines/s/out/members/all-2/train');
    expect(stageDir('study', 's', 'collect')).toBe('pipelines/s/out/collect');
  });

  it('may be named by datasets alone', async () => {
    write('matrix: { dataset: [toy, ttbar] }');
    const study = checkedStudy(folder.root, 's');
    const configs = await Promise.all(
      study.members.map((member) => memberConfig(folder.root, study, member))
    );
    expect(configs.map(({ name, dataset }) => [name, dataset])).toEqual([
      ['s/toy', 'toy'],
      ['s/ttbar', 'ttbar'],
    ]);
  });

  it('are without the combinations that are excluded, by one label or by more', () => {
    write(
      'pipeline: { dataset: toy }',
      'matrix: { a: { x: {}, y: {} }, b: { u: {}, v: {} }, n: { 1: {}, 2: {} } }',
      'exclude: [{ a: x, b: u }, { a: y, n: 2 }]'
    );
    expect(names()).toEqual(['x-v-1', 'x-v-2', 'y-u-1', 'y-v-1']);
  });

  it('have the settings of their labels over those that all share, later axes over earlier ones', async () => {
    write(
      'pipeline: { dataset: toy, evaluate: { split: test, range: { low: 1 } } }',
      'matrix:',
      '  first: { a: { evaluate: { split: all, range: { low: 2 } } } }',
      '  second: { b: { evaluate: { range: { low: 3 } } }, c: { evaluate: { range: null } } }'
    );
    const settings = async (member: string): Promise<unknown> =>
      (await readConfig(folder.root, 'pipeline', member)).sections.evaluate.config;
    expect(await settings('s/a-b')).toEqual({ split: 'all', range: { low: 3 } });
    expect(await settings('s/a-c')).toEqual({ split: 'all' });
  });
});

/** A stage that asks a study for its axes. */
const CHARTS = `import { z } from 'zod';
export const config = z.strictObject({ draw: z.array(z.strictObject({ x: z.string() })).default([]) });
export const checkStudy = ({ draw }, { axes, members }) =>
  draw.flatMap(({ x }, i) =>
    axes.some(({ name }) => name === x)
      ? []
      : [{ path: ['draw', i, 'x'], sentence: \`is no axis of \${members.length} member.\` }]
  );`;

describe('a study is told', () => {
  const matrix = 'matrix: { a: { x: {} } }';
  const shared = 'pipeline: { dataset: toy }';

  it.each([
    ['that it has no members', ['description: Nothing.'], 'study.yaml: the study has no members'],
    ['that its matrix is empty', ['matrix: {}'], 'study.yaml:1: matrix is {}: expected a mapping'],
    ['that its list is empty', ['members: []'], 'study.yaml: the study has no members'],
    ['that an axis has no values', ['matrix: { a: {} }'], 'the axis "a" has no values'],
    ['that an axis has nothing', ['matrix:', '  a:'], 'study.yaml:2: the axis "a" has no values'],
    ['that datasets are missing', ['matrix: { dataset: [] }'], 'the axis "dataset" has no values'],
    ['that another axis is a list', ['matrix: { a: [x] }'], 'only the axis "dataset" may be one'],
    ['that a dataset comes twice', ['matrix: { dataset: [toy, toy] }'], 'lists "toy" twice'],
    ['that an axis has no proper name', ['matrix: { 1: { x: {} } }'], '"1" is no name for an axis'],
    [
      'that a label cannot be a file name',
      ["matrix: { a: { 'x/y': {} } }"],
      '"x/y" is no label for a value of the axis "a", for it becomes part of a folder\'s name',
    ],
    ['that a label is hidden', ['matrix: { a: { .x: {} } }'], '".x" is no label'],
    [
      'that a value is no mapping',
      ['matrix: { a: { x: 1 } }'],
      'matrix.a.x is 1: expected a mapping',
    ],
    ['that it lists itself', ['members: [one, s]'], 'study.yaml:1: the study lists itself'],
    [
      'that a pipeline is not there, and what was meant',
      ['members: [oen]'],
      'there is no pipeline "oen". Did you mean "one"?',
    ],
    ['that a member of another is no pipeline', ['members: [t/x]'], 'there is no pipeline "t/x".'],
    ['that members are names', ['members: [1]'], 'members is [1]: expected a list of names'],
    [
      'that two members have the same name',
      [shared, 'matrix: { a: { x: {}, x-y: {} }, b: { y-z: {}, z: {} } }'],
      'two members are called "x-y-z": a x, b y-z and a x-y, b z.',
    ],
    ['that a pipeline is listed twice', ['members: [one, one]'], 'two members are called "one"'],
    [
      'that a member is called as a pipeline that is listed',
      ['members: [one]', shared, 'matrix: { a: { one: {} } }'],
      'two members are called "one": the pipeline one and a one.',
    ],
    ['of an unknown key', [shared, matrix, 'excluded: []'], 'Did you mean "exclude"?'],
    [
      'of an unknown end',
      [shared, matrix, 'until: figures'],
      'until is "figures": expected evaluate or report.',
    ],
    [
      'of settings for nobody',
      ['members: [one]', shared],
      'study.yaml:2: pipeline is about the members of a matrix',
    ],
    [
      'of an exclusion of nobody',
      ['members: [one]', 'exclude: []'],
      'exclude is about the members',
    ],
    ['of an unknown axis', [shared, matrix, 'exclude: [{ b: x }]'], 'exclude names no axis "b"'],
    [
      'of an unknown label',
      [shared, matrix, 'exclude: [{ a: y }]'],
      'the axis "a" has no label "y"',
    ],
    ['of an empty exclusion', [shared, matrix, 'exclude: [{}]'], 'exclude has the entry {}'],
    [
      'that all is excluded',
      [shared, matrix, 'exclude: [{ a: x }]'],
      'exclude leaves out every combination',
    ],
    [
      'of a mistake in its own stage',
      ['members: [one]', 'collect: { colour: red }'],
      'study.yaml:2: unknown key "collect.colour"',
    ],
  ])('%s', async (_what, lines, expected) => {
    expect(await complaint(...lines)).toContain(expected);
  });

  it('what its own stage says of its axes, and in which entry of a list', async () => {
    folder.put('packages/charts/src/config.mjs', CHARTS);
    const charts = ['charts:', '  draw:', '    - { x: a }', '    - { x: b }'];
    expect(await complaint(shared, matrix, ...charts)).toBe(
      'pipelines/s/study.yaml:6: charts.draw.1.x is no axis of 1 member.'
    );
  });

  it('that a study is no member, be it one that lists this study', async () => {
    folder.put('pipelines/t/study.yaml', 'members: [s]\n');
    expect(await complaint('members: [t]')).toContain(
      '"t" is a study, and a study cannot be a member of another: list its pipelines instead.'
    );
  });

  it('where a setting stands and whose it is: in an axis, in what all share, in a listed pipeline', async () => {
    const message = await complaint(
      'members: [one]',
      'pipeline: { dataset: toy, evaluate: { range: { low: high } } }',
      'matrix:',
      '  a:',
      '    x: {}',
      '    y:',
      '      evaluate:',
      '        spilt: all'
    );
    expect(message.split('\n')).toEqual([
      'pipelines/s/study.yaml:2 (a x): evaluate.range.low is "high": expected number. The same holds for 1 more of its members.',
      'pipelines/s/study.yaml:8 (a y): unknown key "evaluate.spilt". Did you mean "split"?',
    ]);
    folder.put('pipelines/one/pipeline.yaml', 'dataset: toy\nevaluate: { split: none }\n');
    expect(await complaint('members: [one]')).toContain(
      'pipelines/one/pipeline.yaml:2: evaluate.split'
    );
  });

  it('which dataset is missing', async () => {
    expect(await complaint('matrix: { dataset: [toy, gone] }')).toContain(
      'pipelines/s/study.yaml:1 (dataset gone): there is no dataset "gone"'
    );
  });

  it('which member there is not', async () => {
    write(shared, matrix);
    await expect(readConfig(folder.root, 'pipeline', 's/y')).rejects.toThrow(
      'pipelines/s/study.yaml makes no member "y". Did you mean "x"?'
    );
  });
});

describe('names that Nx would know twice', () => {
  const study = ['pipeline: { dataset: toy }', 'matrix: { a: { x: {} } }'];

  it.each([
    ['a pipeline', 'pipelines/s-x/pipeline.yaml', 'dataset: toy\n', 'the name of a pipeline'],
    ['a study', 'pipelines/s-x/study.yaml', 'members: [one]\n', 'the name of a study'],
  ])('a member and %s', async (_what, file, text, expected) => {
    folder.put(file, text);
    expect(await complaint(...study)).toContain(
      `pipelines/s/study.yaml:2: the member "x" would be the project "s-x", ${expected}`
    );
  });

  it('members of two studies: both are refused', async () => {
    folder.put('pipelines/s-x/study.yaml', `${study.join('\n')}\n`);
    expect(await complaint('pipeline: { dataset: toy }', 'matrix: { a: { x-x: {} } }')).toContain(
      'the project "s-x-x", the name of a member of the study s-x'
    );
    await expect(readConfig(folder.root, 'study', 's-x')).rejects.toThrow(
      'the project "s-x-x", the name of a member of the study s'
    );
  });

  it('members of a study called data, and a study called as the workspace', async () => {
    folder.put('pipelines/data/study.yaml', `${study.join('\n')}\n`);
    await expect(readConfig(folder.root, 'study', 'data')).rejects.toThrow(
      'the project "data-x", the name of a dataset'
    );
    await expect(readConfig(folder.root, 'study', 'deelema')).rejects.toThrow(
      'A study cannot be called "deelema"'
    );
  });

  it('a folder that is a pipeline and a study: neither is taken', async () => {
    folder.put('pipelines/s/pipeline.yaml', 'dataset: toy\n');
    const expected =
      'pipelines/s holds both pipeline.yaml and study.yaml: a folder is a pipeline or a study, move one of them to a folder of its own.';
    expect(await complaint(...study)).toBe(expected);
    await expect(readConfig(folder.root, 'pipeline', 's')).rejects.toThrow(expected);
  });
});
