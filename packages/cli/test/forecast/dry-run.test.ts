import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { planStage } from '@deelema/stage';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { temporaryFolder } from '../../../../test/support/temporary-folder.ts';
import { REPOSITORY } from '../../../../test/support/workspace.ts';
import { totalsOf } from '../../src/forecast/forecast.ts';
import { forecastText } from '../../src/forecast/text.ts';
import { deelema } from '../support/deelema.ts';

afterEach(() => vi.restoreAllMocks());

const PIPELINE =
  'dataset: toy, contaminate: { fraction: 0, seed: 1 }, train: { mC: 700, seed: 1 }, baseline: { mC: 700 }';

/** A workspace with the pipeline `p` on toy events, `q` on a file, the study `s` of two members, and more files. */
function inWorkspace(more: Readonly<Record<string, string>> = {}): string {
  const root = temporaryFolder();
  for (const name of ['packages', 'node_modules', 'package-lock.json', 'package.json']) {
    symlinkSync(join(REPOSITORY, name), join(root, name));
  }
  const files = {
    'nx.json': '{}',
    'datasets/toy/dataset.yaml':
      'generate: { source: toy, events: 30000, seed: 1 }\npreprocess: { seed: 2 }\n',
    'datasets/mine/dataset.yaml':
      'generate: { source: file, path: mine.arrow }\npreprocess: { seed: 2 }\n',
    'pipelines/p/pipeline.yaml': `{ ${PIPELINE} }\n`,
    'pipelines/q/pipeline.yaml': `{ ${PIPELINE.replace('toy', 'mine')} }\n`,
    'pipelines/s/study.yaml': `pipeline: { ${PIPELINE} }\nmatrix: { axis: { a: {}, b: {} } }\n`,
    ...more,
  };
  for (const [file, text] of Object.entries(files)) put(root, file, text);
  vi.spyOn(process, 'cwd').mockReturnValue(root);
  return root;
}

function put(root: string, file: string, text: string): void {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
}

/** The records of a stage that made so many bytes in so many seconds. */
function putRecord(root: string, folder: string, record: object, counts: object = {}): void {
  const files = { 'events.arrow': { bytes: 6_607_546, sha256: '0' } };
  const manifest = { schemaVersion: 1, stage: folder, files, counts };
  put(root, `${folder}/manifest.json`, JSON.stringify(manifest));
  put(root, `${folder}/run.json`, JSON.stringify({ swap: null, ...record }));
}

const TOY = {
  ...{ source: 'toy', events: 30_000, seed: 1, mA: 1000, mB: 800, mC: 700, ma: 0, mb: 0 },
  ...{ widthA: 0, widthB: 0, beamEnergy: 13_000, production: 'gluino-pair' },
};

interface Json {
  readonly tasks: readonly {
    readonly stage: string;
    readonly state: string;
    readonly expected?: { seconds?: number; bytes?: number; source: string; reason?: string };
    readonly tookBefore?: number;
  }[];
  readonly totals: Readonly<Record<string, number | boolean>>;
}

async function dryRun(...words: string[]): Promise<Json> {
  const { exitCode, out, errors } = await deelema('run', ...words, '--dry-run', '--json');
  expect(exitCode, errors).toBe(0);
  return JSON.parse(out) as Json;
}

describe('deelema run --dry-run', () => {
  it('knows time and size of a pipeline that never ran', async () => {
    inWorkspace();
    const { exitCode, out } = await deelema('run', 'p', '--dry-run');
    expect(exitCode).toBe(0);
    expect(out).toMatch(/^generate +to run, about 1 s, 6\.6 MB +datasets\/toy\/generate$/m);
    expect(out).toMatch(/^train +to run, about \d+ min, 3\.9 MB +pipelines\/p\/out\/train$/m);
    expect(out).toMatch(/^8 tasks to run: about \d+ min on this machine \(\d+ cores?\), /m);
    expect(out).toMatch(/^On disk: about 3\d MB .* \.nx\/cache, 6\d MB together; .* are free\.$/m);
  });

  it('adds up times, sizes and one second to start each task', async () => {
    inWorkspace();
    const { tasks, totals } = await dryRun('s');
    expect(tasks).toHaveLength(2 + 2 * 4 + 2);
    const sum = (of: 'seconds' | 'bytes'): number =>
      tasks.reduce((total, { expected }) => total + (expected?.[of] ?? NaN), 0);
    expect(totals).toMatchObject({ toRun: 12, unknown: 0, bytes: sum('bytes') });
    expect(totals.seconds).toBeCloseTo(sum('seconds') + 12, 9);
    expect(totals.cacheBytes).toBe(totals.bytes);
  });

  it('leaves out the optional stages that a pipeline has not', async () => {
    const without = PIPELINE.replace(', baseline: { mC: 700 }', '');
    inWorkspace({ 'pipelines/t/pipeline.yaml': `{ ${without} }\n` });
    const { tasks } = await dryRun('t');
    expect(tasks.map(({ stage }) => stage)).toEqual([
      ...['generate', 'preprocess', 'contaminate', 'train', 'evaluate', 'figures', 'report'],
    ]);
    const { errors } = await deelema('run', 't', 'baseline', '--dry-run');
    expect(errors).toContain('pipelines/t/pipeline.yaml has no section "baseline".');
  });

  it('says what it cannot know: the events of a file, a stage of the user', async () => {
    const swapped = PIPELINE.replace(
      'baseline: { mC: 700 }',
      'baseline: { use: ./mine.mjs, quick: true }'
    );
    inWorkspace({
      'datasets/mine/mine.arrow': '',
      'pipelines/t/pipeline.yaml': `{ ${swapped} }\n`,
      'pipelines/t/mine.mjs': '',
    });
    const { out } = await deelema('run', 'q', '--dry-run');
    expect(out).toMatch(/^train +to run, unknown: the number of events is not known yet /m);
    expect(out).toMatch(/^8 tasks to run: at least about 10 s /m);
    expect(out).toContain('Not counted: 6 of them');
    const dataset = await deelema('run', 'data-mine', '--dry-run');
    expect(dataset.out).toMatch(
      /^2 tasks to run: nobody knows how long before they have run once/m
    );
    const { tasks } = await dryRun('t');
    expect(tasks.find(({ stage }) => stage === 'baseline')?.expected).toEqual({
      source: 'unknown',
      reason: 'a swapped stage that never ran',
    });
  });

  it('takes the number of events of a file from the run that read it', async () => {
    const root = inWorkspace({ 'datasets/mine/mine.arrow': '' });
    const config = { source: 'file', path: 'mine.arrow', topology: 'auto', maxUnmatched: 0 };
    const counts = { read: 5000, kept: 5000 };
    const record = { key: 'old', seconds: 0.4, dependsOn: { config } };
    putRecord(root, 'datasets/mine/generate', record, counts);
    const { tasks, totals } = await dryRun('q');
    expect(totals).toMatchObject({ unknown: 0 });
    // 222 bytes an event.
    expect(tasks.find(({ stage }) => stage === 'contaminate')?.expected?.bytes).toBe(1_110_000);
  });

  it('takes the time of the last run, in proportion if the settings are others', async () => {
    const root = inWorkspace();
    const record = { key: 'old', seconds: 61.2, dependsOn: { config: TOY } };
    putRecord(root, 'datasets/toy/generate', record, { read: 30_000 });
    const same = await deelema('run', 'data-toy', '--dry-run');
    expect(same.out).toMatch(/^generate +to run, took 61 s before, 6\.6 MB /m);
    put(
      root,
      'datasets/toy/dataset.yaml',
      'generate: { source: toy, events: 60000, seed: 1 }\npreprocess: { seed: 2 }\n'
    );
    const more = await deelema('run', 'data-toy', '--dry-run');
    expect(more.out).toMatch(
      /^generate +to run, about 85 s \(took 61 s with other settings\), 13 MB /m
    );
  });

  it('goes by the pace of the machine, as other runs of the stage left it', async () => {
    const root = inWorkspace();
    const secondsOf = async (): Promise<number> =>
      (await dryRun('data-toy')).tasks[0].expected?.seconds ?? NaN;
    const before = await secondsOf();
    const config = { ...TOY, seed: 5 };
    const record = { key: 'old', seconds: 10 * before, dependsOn: { config } };
    putRecord(root, 'datasets/other/generate', record, { read: 30_000 });
    expect(await secondsOf()).toBeCloseTo(10 * before, 9);
  });

  it('knows what is up to date, and that nothing is to do', async () => {
    const root = inWorkspace();
    const request = { root, kind: 'dataset', name: 'toy' } as const;
    for (const stage of ['generate', 'preprocess']) {
      const folder = `datasets/toy/${stage}`;
      const counts = { read: 30_000, kept: 30_000 };
      putRecord(root, folder, {}, counts);
      const { key, dependsOn } = await planStage({ ...request, stage });
      putRecord(root, folder, { key, seconds: 1, dependsOn }, counts);
    }
    const { out } = await deelema('run', 'data-toy', '--dry-run');
    expect(out.split('\n')).toEqual([
      expect.stringMatching(/^generate +up to date +datasets\/toy\/generate$/),
      expect.stringMatching(/^preprocess +up to date +datasets\/toy\/preprocess$/),
      '',
      'Nothing to run: everything is up to date.',
    ]);
  });

  it('knows of every member what it depends on, though code and backend are asked for once', async () => {
    const root = inWorkspace();
    const make = async (kind: 'dataset' | 'pipeline', name: string, stage: string) => {
      const owner = name.replace(/^s/, 'pipelines/s/out/members');
      const folder = `${kind === 'dataset' ? `datasets/${name}` : owner}/${stage}`;
      const counts = { events: 30_000, made: name };
      putRecord(root, folder, {}, counts);
      const { key, dependsOn } = await planStage({ root, kind, name, stage });
      putRecord(root, folder, { key, seconds: 1, dependsOn }, counts);
    };
    await make('dataset', 'toy', 'generate');
    await make('dataset', 'toy', 'preprocess');
    for (const stage of ['contaminate', 'train']) {
      for (const member of ['s/a', 's/b']) await make('pipeline', member, stage);
    }
    const stateOf = async (): Promise<string[]> =>
      (await dryRun('s')).tasks
        .filter(({ stage }) => ['contaminate', 'train'].includes(stage))
        .map(({ state }) => state);
    expect(await stateOf()).toEqual(['up to date', 'up to date', 'up to date', 'up to date']);
    // The contaminated events of b are others now.
    await make('pipeline', 's/b', 'contaminate');
    const manifest = 'pipelines/s/out/members/b/contaminate/manifest.json';
    put(root, manifest, `${readFileSync(join(root, manifest), 'utf8')} `);
    expect(await stateOf()).toEqual(['up to date', 'up to date', 'up to date', 'to run']);
  });

  it.each(['', '{"key": "', 'null', '{"key": "k", "seconds": "long"}'])(
    'takes a stage whose run.json is %j for one that never ran',
    async (text) => {
      const root = inWorkspace();
      putRecord(root, 'datasets/toy/generate', {}, { read: 30_000 });
      put(root, 'datasets/toy/generate/run.json', text);
      const { tasks } = await dryRun('data-toy');
      expect(tasks[0]).toMatchObject({ state: 'to run', expected: { source: 'model' } });
      expect(tasks[0].tookBefore).toBeUndefined();
    }
  );

  it('is what --json belongs to', async () => {
    inWorkspace();
    const { exitCode, errors } = await deelema('run', 'p', '--json');
    expect(exitCode).toBe(2);
    expect(errors).toBe('--json says what would run: give --dry-run too.');
  });
});

describe('the disk', () => {
  it.each([
    [1_000_000, true],
    [1_999_999, true],
    [2_000_000, false],
  ])('with %d bytes free for twice a million: warns %s', (free, warns) => {
    const expected = { source: 'model', seconds: 1, bytes: 1_000_000 } as const;
    const task = { title: 'train', folder: 'out/train' } as never;
    const tasks = [{ task, expected, tookBefore: undefined }];
    const text = forecastText({ tasks, totals: totalsOf(tasks, free) });
    expect(text.includes('Warning: the disk is too small')).toBe(warns);
  });
});
