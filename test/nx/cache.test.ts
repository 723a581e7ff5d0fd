import {
  appendFileSync,
  existsSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import type { Training } from '@deelema/records';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeEventFile } from '../support/event-file.ts';
import {
  stagesOfPipeline,
  writeFileDataset,
  writePipeline,
  writeToyDataset,
} from '../support/small-pipeline.ts';
import { createWorkspace, type Workspace } from '../support/workspace.ts';

/**
 * Real Nx in a workspace of its own. What was executed is read from the stages' own run records, not from what Nx
 * prints. The tests build on each other: each leaves everything made.
 */
let workspace: Workspace;
let outside: string;
const all = ['run-many', '-t', 'pipeline'];

beforeAll(() => {
  workspace = createWorkspace();
  outside = `${workspace.root} events.lhe.gz`;
  writeEventFile(outside, 'gluino-antler-1000-800-700', 200);
  writeToyDataset(workspace, 'toy');
  writeFileDataset(workspace, 'file', outside);
  writePipeline(workspace, 'a', 'toy');
  writePipeline(workspace, 'b', 'toy', 0.2);
  writePipeline(workspace, 'c', 'file');
});
afterAll(() => {
  workspace.remove();
  rmSync(outside, { force: true });
});

const ofDatasets = (...names: string[]): string[] =>
  names.flatMap((name) => [`${name}:generate`, `${name}:preprocess`]);
const downstream = (name: string, ...stages: string[]): string[] =>
  stages.map((stage) => `${name}:${stage}`);

describe('what runs', () => {
  it('the first time: every stage once, the shared dataset too', async () => {
    expect(await workspace.executed(...all)).toEqual(
      [...ofDatasets('toy', 'file'), ...['a', 'b', 'c'].flatMap(stagesOfPipeline)].sort()
    );
  });

  it('the second time: nothing, all from the cache', async () => {
    expect(await workspace.executed(...all)).toEqual([]);
    const { tasks } = JSON.parse(workspace.read('.nx/cache/run.json')) as {
      tasks: { cacheStatus: string }[];
    };
    expect(tasks.length).toBeGreaterThan(20);
    expect(new Set(tasks.map(({ cacheStatus }) => cacheStatus))).toEqual(
      new Set(['local-cache-hit'])
    );
  });

  it("another setting of evaluate: that pipeline's evaluate, figures and report", async () => {
    workspace.edit('pipelines/a/pipeline.yaml', 'split: all', 'split: train');
    expect(await workspace.executed(...all)).toEqual(
      downstream('a', 'evaluate', 'figures', 'report')
    );
  });

  it('a comment, another order of keys, a default written out: nothing', async () => {
    workspace.edit(
      'pipelines/a/pipeline.yaml',
      'evaluate: { split: train }',
      '# evaluate\nevaluate:\n  split: train'
    );
    workspace.edit('pipelines/b/pipeline.yaml', 'evaluate: { split: all }\n', '');
    workspace.edit(
      'pipelines/b/pipeline.yaml',
      'train:\n',
      'evaluate: { split: all }\ntrain:\n  standardise: false\n'
    );
    expect(await workspace.executed(...all)).toEqual([]);
  });

  it("a stage's source changed without another result: the stage in every pipeline, and of those after it the one that tells how all was made", async () => {
    appendFileSync(workspace.path('packages/evaluate/src/index.ts'), '\n// A remark.\n');
    const stages = ['a', 'b', 'c'].flatMap((name) => [`${name}:evaluate`, `${name}:report`]);
    expect(await workspace.executed(...all)).toEqual(stages);
  });

  it('a package that stages use: those stages', async () => {
    appendFileSync(workspace.path('packages/mass-variables/src/index.ts'), '\n// A remark.\n');
    const ofPipeline = ['baseline', 'evaluate', 'report'];
    const stages = ['a', 'b', 'c'].flatMap((name) => ofPipeline.map((stage) => `${name}:${stage}`));
    expect(await workspace.executed(...all)).toEqual(stages);
  });

  it('a test, a README, the documentation: nothing', async () => {
    workspace.write('packages/evaluate/test/new.test.ts', '// A test.\n');
    workspace.write('packages/evaluate/README.md', 'Read me.\n');
    workspace.write('README.md', 'Read me too.\n');
    expect(await workspace.executed(...all)).toEqual([]);
  });

  it('another version of an npm package: the stages that use it', async () => {
    const lock = JSON.parse(workspace.read('package-lock.json')) as {
      packages: Record<string, { version: string; integrity: string }>;
    };
    lock.packages['node_modules/vega-lite'].version = '6.99.0';
    lock.packages['node_modules/vega-lite'].integrity = 'sha512-another';
    workspace.write('package-lock.json', JSON.stringify(lock, null, 2));
    const stages = ['a', 'b', 'c'].flatMap((name) => [`${name}:figures`, `${name}:report`]);
    expect(await workspace.executed(...all)).toEqual(stages);
  });

  it('another caption, another colour: figures and report, nothing before them', async () => {
    const caption = 'packages/figures/src/figures/mass-caption.ts';
    workspace.edit(caption, 'Masses of B (left)', 'The masses of B (left)');
    workspace.edit('packages/plots/src/theme.ts', "blue: '#0072B2'", "blue: '#0072B3'");
    const stages = ['a', 'b', 'c'].flatMap((name) => [`${name}:figures`, `${name}:report`]);
    expect(await workspace.executed(...all)).toEqual(stages);
  });

  it('an event file outside the workspace, changed in place: generated again, with all that follows', async () => {
    writeEventFile(outside, 'gluino-antler-1000-800-700', 190);
    expect(await workspace.executed(...all)).toEqual(
      [...ofDatasets('file'), ...stagesOfPipeline('c')].sort()
    );
  });

  it('another dataset named in the YAML: the whole pipeline, on the other events', async () => {
    workspace.edit('pipelines/b/pipeline.yaml', 'dataset: toy', 'dataset: file');
    expect(await workspace.executed(...all)).toEqual(stagesOfPipeline('b'));
  });

  it('a new pipeline: its own stages', async () => {
    writePipeline(workspace, 'd', 'toy', 0.1);
    expect(await workspace.executed(...all)).toEqual(stagesOfPipeline('d'));
  });

  it('another backend, by name: train and what follows', async () => {
    workspace.edit('pipelines/d/pipeline.yaml', 'backend: cpu', 'backend: wasm');
    const executed = await workspace.executed(...all);
    expect(executed).toContain('d:train');
    expect(executed.filter((stage) => !stage.startsWith('d:'))).toEqual([]);
    expect(executed).not.toContain('d:baseline');
  });
});

describe('the backend that "auto" stands for', () => {
  const gpu = 'node_modules/@tensorflow/tfjs-node-gpu';
  const engine = 'node_modules/onnxruntime-node';

  /** A package that is there but has no native library for this machine. */
  const writeBroken = (folder: string, version: string): void => {
    const name = folder.replace('node_modules/', '');
    workspace.write(`${folder}/package.json`, JSON.stringify({ name, version }));
    workspace.write(`${folder}/index.js`, "throw new Error('not made for this machine');");
  };
  const backendOf = (): unknown =>
    (JSON.parse(workspace.read('pipelines/d/out/train/training.json')) as Training).backend;

  it('is onnxruntime; a GPU package that does not start changes nothing', async () => {
    workspace.edit('pipelines/d/pipeline.yaml', 'backend: wasm', 'backend: auto');
    expect(await workspace.executed(...all)).toContain('d:train');
    expect(backendOf()).toMatchObject({ name: 'onnxruntime' });
    writeBroken(gpu, '4.22.0');
    expect(await workspace.executed(...all)).toEqual([]);
    rmSync(workspace.path(gpu), { recursive: true });
  });

  it('is wasm where the native library of onnxruntime does not load, and says why', async () => {
    const link = workspace.path(engine);
    const target = readlinkSync(link);
    unlinkSync(link);
    writeBroken(engine, '1.30.0');
    const { code, output } = await workspace.nx(...all);
    expect(code, output).toBe(0);
    expect(output).toContain('onnxruntime does not start: not made for this machine');
    expect(output).toContain('backend wasm 4.22.0');
    expect(backendOf()).toEqual({ name: 'wasm', version: '4.22.0' });
    rmSync(link, { recursive: true });
    symlinkSync(target, link);
    // Restored under the key of the first test.
    expect(await workspace.executed(...all)).toEqual([]);
    expect(backendOf()).toMatchObject({ name: 'onnxruntime' });
  });

  it('is another one with another number of threads', async () => {
    workspace.edit('pipelines/d/pipeline.yaml', 'backend: auto', 'backend: auto\n  threads: 1');
    expect(await workspace.executed(...all)).toContain('d:train');
    expect(backendOf()).toMatchObject({ name: 'onnxruntime', threads: 1 });
  });
});

describe('four pipelines on one dataset', () => {
  it('make it once', async () => {
    writeToyDataset(workspace, 'shared', 5);
    const names = ['p00', 'p10', 'p20', 'p50'];
    for (const name of names) writePipeline(workspace, name, 'shared', Number(name.slice(1)) / 100);
    const executed = await workspace.executed('run-many', '-t', 'contaminate', '-p', ...names);
    expect(executed).toEqual(
      [...names.map((name) => `${name}:contaminate`), ...ofDatasets('shared')].sort()
    );
    for (const name of names) rmSync(workspace.path('pipelines', name), { recursive: true });
  });
});

describe('a stale result is never served', () => {
  it('an output deleted: restored, nothing executed', async () => {
    rmSync(workspace.path('pipelines/a/out'), { recursive: true });
    rmSync(workspace.path('datasets/toy/generate'), { recursive: true });
    expect(await workspace.executed(...all)).toEqual([]);
    expect(existsSync(workspace.path('pipelines/a/out/report/report.html'))).toBe(true);
    expect(existsSync(workspace.path('datasets/toy/generate/events.arrow'))).toBe(true);
  });

  it('an output damaged: restored', async () => {
    const good = workspace.read('pipelines/a/out/evaluate/evaluation.json');
    writeFileSync(
      workspace.path('pipelines/a/out/evaluate/evaluation.json'),
      good.replace('1', '2')
    );
    expect(await workspace.executed(...all)).toEqual([]);
    expect(workspace.read('pipelines/a/out/evaluate/evaluation.json')).toBe(good);
  });

  it("Nx's cache forgotten: the runner knows what is up to date", async () => {
    workspace.edit('nx.json', '"parallel": 1', '"parallel": 2');
    expect(await workspace.executed(...all)).toEqual([]);
  });

  it("Nx's cache forgotten and a setting changed: the runner runs exactly what changed", async () => {
    workspace.edit('nx.json', '"parallel": 2', '"parallel": 1');
    workspace.edit('pipelines/a/pipeline.yaml', 'baseline: { mC: 700 }', 'baseline: { mC: 690 }');
    expect(await workspace.executed(...all)).toEqual(
      downstream('a', 'baseline', 'evaluate', 'figures', 'report')
    );
  });
});

describe('a stage that fails', () => {
  it('is not cached, leaves nothing of its old or half of its new output, and spares the other pipelines', async () => {
    writeFileSync(outside, 'not an event file');
    workspace.edit('pipelines/a/pipeline.yaml', 'split: train', 'split: all');
    for (let run = 0; run < 2; run++) {
      const { code, output } = await workspace.nx(...all);
      expect(code).not.toBe(0);
      expect(output).toContain('events.lhe.gz');
      expect(existsSync(workspace.path('datasets/file/generate'))).toBe(false);
    }
    const evaluation = JSON.parse(workspace.read('pipelines/a/out/evaluate/evaluation.json')) as {
      split: string;
    };
    expect(evaluation.split).toBe('all');
  });

  it('runs when its cause is mended', async () => {
    writeEventFile(outside, 'gluino-antler-1000-800-700', 200);
    expect(await workspace.executed(...all)).not.toEqual([]);
    expect(await workspace.executed(...all)).toEqual([]);
  });
});
