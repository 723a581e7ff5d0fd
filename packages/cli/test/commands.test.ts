import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { convertEvents, eventEndings } from '@deelema/events';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { parse } from 'yaml';
import { GLUINO_SAMPLE, sampleFile, TOP_SAMPLE } from '../../../test/support/samples.ts';
import { temporaryFolder } from '../../../test/support/temporary-folder.ts';
import { REPOSITORY } from '../../../test/support/workspace.ts';
import { deelema } from './support/deelema.ts';

afterEach(() => vi.restoreAllMocks());

/** A workspace without datasets, whose stages are those of the repository. */
function inWorkspace(): string {
  const root = temporaryFolder();
  for (const folder of ['pipelines', 'datasets']) mkdirSync(join(root, folder));
  writeFileSync(join(root, 'nx.json'), '{}');
  for (const folder of ['packages', 'node_modules']) {
    symlinkSync(join(REPOSITORY, folder), join(root, folder));
  }
  vi.spyOn(process, 'cwd').mockReturnValue(root);
  return root;
}

/** The settings of generate that `deelema new` writes. */
function generateOf(root: string): Record<string, unknown> {
  const text = readFileSync(join(root, 'datasets/mine/dataset.yaml'), 'utf8');
  return (parse(text) as { generate: Record<string, unknown> }).generate;
}

const FOREIGN = 'jpt,jeta,jphi,lpt,leta,lphi\n50000,1,2,30000,-1,1\n60000,0,1,20000,1,-1\n';
const MAP = `a1: { pt: jpt, eta: jeta, phi: jphi, m: 0 }
b1: { pt: lpt, eta: leta, phi: lphi, m: 0 }
a2: { pt: jpt, eta: jeta, phi: lphi, m: 0 }
b2: { pt: lpt, eta: leta, phi: jphi, m: 0 }
`;

describe('deelema new', () => {
  it.each(['.arrow', '.parquet', '.feather', '.csv.gz'])(
    'gives no topology for %s, whose columns name the roles',
    async (ending) => {
      const root = inWorkspace();
      const path = join(root, `events${ending}`);
      await convertEvents(sampleFile(GLUINO_SAMPLE), path, { limit: 50 });
      const run = await deelema('new', 'mine', '--events', path, '--m-c', '700');
      expect(run).toMatchObject({ exitCode: 0, errors: '' });
      expect(generateOf(root)).toEqual({
        source: 'file',
        path: `../../events${ending}`,
        maxUnmatched: 1,
      });
    }
  );

  it('names the topology that it finds in an LHE file', async () => {
    const root = inWorkspace();
    const words = ['--events', sampleFile(GLUINO_SAMPLE), '--m-c', '700', '--max-unmatched', '0.1'];
    expect(await deelema('new', 'mine', ...words)).toMatchObject({ exitCode: 0 });
    expect(generateOf(root)).toMatchObject({ topology: 'gluino-sbottom', maxUnmatched: 0.1 });
  });

  it.each([
    [GLUINO_SAMPLE, '700', 'gluino-pair'],
    [TOP_SAMPLE, '0', 'top-pair'],
  ])(
    'writes the default training for %s: m_C, a seed and the process',
    async (file, mC, process) => {
      const root = inWorkspace();
      const words = ['--events', sampleFile(file), '--m-c', mC];
      expect(await deelema('new', 'mine', ...words)).toMatchObject({ exitCode: 0 });
      const yaml = parse(readFileSync(join(root, 'pipelines/mine/pipeline.yaml'), 'utf8')) as {
        train: object;
      };
      expect(yaml.train).toEqual({ mC: Number(mC), seed: 1, process });
    }
  );

  it('asks for a column map where no column is ours, and takes one over with the unit', async () => {
    const root = inWorkspace();
    const [events, map] = ['jets.csv', 'map.yaml'].map((name) => join(root, name));
    writeFileSync(events, FOREIGN);
    writeFileSync(map, MAP);
    const words = ['new', 'mine', '--events', events, '--m-c', '0'];
    const refused = await deelema(...words);
    expect(refused.exitCode).toBe(2);
    expect(refused.errors).toMatch(/jets\.csv: none of its columns .* say with --columns which/);
    expect(readdirSync(join(root, 'datasets'))).toEqual([]);
    expect(await deelema(...words, '--columns', map, '--unit', 'MeV')).toMatchObject({
      exitCode: 0,
    });
    expect(generateOf(root)).toMatchObject({ columns: parse(MAP) as object, unit: 'MeV' });
  });
});

describe('--max-unmatched', () => {
  const TOPOLOGY = ['--topology', 'gluino-sbottom'];

  /** Ten events of the sample, the gluinos of the first two turned into other particles. */
  function mixed(): string {
    const path = join(temporaryFolder(), 'mixed.lhe');
    const text = gunzipSync(readFileSync(sampleFile(GLUINO_SAMPLE))).toString();
    const [head, ...events] = text.split('<event>').slice(0, 11);
    const spoilt = events.map((event, i) => (i < 2 ? event.replaceAll('1000021', '25') : event));
    writeFileSync(path, `${[head, ...spoilt].join('<event>')}</LesHouchesEvents>\n`);
    return path;
  }

  it('says how many events may be left out', async () => {
    const from = mixed();
    const to = from.replace('.lhe', '.arrow');
    const convert = (fraction: string) =>
      deelema('convert', from, to, ...TOPOLOGY, '--max-unmatched', fraction);
    expect(await convert('0.2')).toMatchObject({
      exitCode: 0,
      out: `${to}: 8 events; left out: 2 (not two A)`,
    });
    const refused = await convert('0.1');
    expect(refused.exitCode).toBe(1);
    expect(refused.errors).toMatch(/2 of 10 events \(20 %\) are not .* maxUnmatched allows 10 %/);
    expect((await convert('0')).errors).toMatch(/event 0 \(counted from 0\): not two A/);
    expect(await deelema('inspect', from, ...TOPOLOGY)).toMatchObject({
      exitCode: 0,
      out: expect.stringContaining('events: 8 (left out: 2 (not two A))') as string,
    });
  });

  it.each(['1.5', '-0.1', '20%', ''])('is no %j', async (fraction) => {
    const from = mixed();
    const run = await deelema('convert', from, `${from}.csv`, `--max-unmatched=${fraction}`);
    expect(run).toMatchObject({
      exitCode: 2,
      errors: `--max-unmatched is "${fraction}": expected a fraction of the events, from 0 to 1.`,
    });
    expect(existsSync(`${from}.csv`)).toBe(false);
  });
});

describe('a path that leads nowhere', () => {
  it.each([
    ['convert', 'gone.lhe', 'x.arrow'],
    ['inspect', 'gone.lhe'],
    ['new', 'mine', '--events', 'gone.lhe', '--m-c', '0'],
  ])('is wrong usage: %s', async (...words) => {
    inWorkspace();
    const run = await deelema(...words);
    expect(run.exitCode).toBe(2);
    expect(run.errors).toMatch(
      /^gone\.lhe does not exist: expected an event file( or a folder)?\.$/
    );
  });
});

describe('help', () => {
  it.each(['new', 'convert', 'inspect'])('of %s lists every format', async (command) => {
    const { exitCode, out } = await deelema(command, '--help');
    expect(exitCode).toBe(0);
    for (const ending of eventEndings('read')) expect(out).toContain(ending);
  });
});
