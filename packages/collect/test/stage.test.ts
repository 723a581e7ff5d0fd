import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { tableSchema } from '@deelema/records';
import { QUANTITY_NAMES } from '@deelema/workflow';
import { describe, expect, it } from 'vitest';
import { stageContext } from '../../../test/support/stage-context.ts';
import { temporaryFolder } from '../../../test/support/temporary-folder.ts';
import { config } from '../src/config.mjs';
import { stage } from '../src/index.ts';
import { someDocuments, writeMember } from './support/members.ts';

function contextOf(base: string, signal = new AbortController().signal) {
  const documents = someDocuments();
  const members = [
    writeMember(base, 'listed', {}, documents),
    writeMember(base, 'toy-1', { spectrum: 'toy', seed: '1' }, documents),
  ];
  const options = { project: 'spectra', signal };
  return { ...stageContext('collect', config.parse({}), { base }, options), members };
}

describe('collect', () => {
  it('writes the table as JSON, CSV and Markdown', async () => {
    const context = contextOf(temporaryFolder());
    expect(await stage.run(context)).toEqual({
      counts: { members: 2, quantities: QUANTITY_NAMES.length },
    });
    const read = (file: string): string => readFileSync(join(context.out.dir, file), 'utf8');
    const table = tableSchema.parse(JSON.parse(read('table.json')));
    expect(table).toMatchObject({
      study: 'spectra',
      axes: [{ name: 'spectrum' }, { name: 'seed' }],
    });
    expect(table.members.map(({ name }) => name)).toEqual(['listed', 'toy-1']);
    expect(read('table.csv').split('\n')[2]).toMatch(
      /^toy-1,toy,1,1000\.6,1\.3,800\.5,0\.7,2\.5,1\.25,/
    );
    expect(read('table.md')).toContain(
      '| 1000.6 ± 1.3 | 800.50 ± 0.70 | 0.930 ± 0.013 | 1000.8 ± 1.3 | 800.50 | 998 ± 12 |'
    );
  });

  it('writes groups too, in all three files', async () => {
    const context = contextOf(temporaryFolder());
    await stage.run({ ...context, config: config.parse({ over: 'seed', show: ['events'] }) });
    const read = (file: string): string => readFileSync(join(context.out.dir, file), 'utf8');
    const { groups } = tableSchema.parse(JSON.parse(read('table.json')));
    expect(groups).toMatchObject({ over: 'seed', groups: [{ name: 'toy', members: 1 }] });
    expect(read('table.csv').split('\n')[3]).toMatch(/^toy,toy,,1,1000\.6,/);
    expect(read('table.md')).toContain(
      '| group | members | events |\n| --- | ---: | ---: |\n| toy | 1 | 400 |'
    );
  });

  it('reads no measurements of a member without baselines', async () => {
    const base = temporaryFolder();
    const context = contextOf(base);
    const documents = someDocuments();
    const members = [
      writeMember(base, 'bare', {}, { ...documents, measurements: null }),
      writeMember(base, 'full', {}, documents),
    ];
    expect(Object.keys(members[0].inputs)).toEqual(['train', 'evaluate']);
    await stage.run({ ...context, members });
    const table = tableSchema.parse(JSON.parse(readFileSync(context.out.path('table'), 'utf8')));
    const found = table.members.map(({ numbers }) => numbers['likelihood.mA'].value);
    expect(found).toEqual([null, 1000.75]);
  });

  it('says whose document is not what its stage writes', async () => {
    const base = temporaryFolder();
    const context = contextOf(base);
    const documents = { ...someDocuments(), training: {} as never };
    const members = [writeMember(base, 'broken', {}, documents)];
    await expect(stage.run({ ...context, members })).rejects.toThrow(
      'broken: training.json is not what train writes; run train again:'
    );
  });

  it('stops when it is told to', async () => {
    const context = contextOf(temporaryFolder(), AbortSignal.abort());
    await expect(stage.run(context)).rejects.toThrow('aborted');
    expect(existsSync(context.out.path('table'))).toBe(false);
  });

  it('knows only its quantities', () => {
    expect(config.safeParse({ show: ['auxiliary.C'] }).success).toBe(false);
    expect(config.safeParse({ show: [] }).success).toBe(false);
    expect(config.parse({ show: ['events'] })).toEqual({ show: ['events'] });
  });
});
