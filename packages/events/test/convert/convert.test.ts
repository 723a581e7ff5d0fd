import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import {
  convertEvents,
  eventColumns,
  eventFormat,
  TOPOLOGIES,
  writeEvents,
} from '../../src/index.ts';
import { readBatches, readEventFile } from '../../../../test/support/event-files.ts';
import { errorOf, sentenceOf } from '../../../../test/support/rejection.ts';
import { temporaryFolder } from '../../../../test/support/temporary-folder.ts';
import { GLUINO_EVENT, lheFile, someEvents } from '../support.ts';

const madgraph = fileURLToPath(new URL('../fixtures/ttbar-madgraph-20.lhe', import.meta.url));

describe('convertEvents', () => {
  it('makes Arrow of LHE', async () => {
    const to = join(temporaryFolder(), 'events.arrow');
    const counts = { written: 20, dropped: {}, ignored: [], losses: [] };
    expect(await convertEvents(madgraph, to)).toEqual(counts);
    const { metadata, columnNames, batches } = await readEventFile(to);
    expect(metadata.sample).toBe(
      'ttbar-madgraph-20.lhe (A: [6], B: [24], a: [5, 3, 1], b: [11, 13], C: [12, 14])'
    );
    expect(columnNames).toEqual(eventColumns(true));
    expect(batches.map((batch) => batch.length)).toEqual([20]);
  });

  it('refuses the name of a folder before it reads an event', async () => {
    const folder = temporaryFolder();
    const to = join(folder, 'events.csv');
    mkdirSync(to);
    let read = 0;
    const onProgress = (events: number): void => void (read = events);
    const error = await errorOf(convertEvents(madgraph, to, { onProgress }));
    expect(error).toMatchObject({
      message: `${to} cannot be written: it is a folder, expected a file.`,
      exitCode: 2,
    });
    expect(read).toBe(0);
    expect(readdirSync(folder)).toEqual(['events.csv']);
  });

  it('loses no bit on the way Arrow → CSV → Arrow', async () => {
    const folder = temporaryFolder();
    const [arrow, csv, again] = ['1.arrow', '2.csv', '3.arrow'].map((name) =>
      join(folder, name)
    ) as [string, string, string];
    await convertEvents(madgraph, arrow, { sample: 'same' });
    await convertEvents(arrow, csv);
    await convertEvents(csv, again, { sample: 'same' });
    expect(await readBatches(again)).toEqual(await readBatches(arrow));
    expect(readdirSync(folder).sort()).toEqual(['1.arrow', '2.csv', '3.arrow']);
  });

  it('makes LHE of Arrow and Arrow of it again', async () => {
    const folder = temporaryFolder();
    const arrow = join(folder, 'events.arrow');
    const lhe = join(folder, 'events.lhe.gz');
    await convertEvents(madgraph, arrow, { sample: 'same' });
    await convertEvents(arrow, lhe, { topology: 'ttbar-dilepton' });
    await convertEvents(lhe, join(folder, 'again.arrow'), { sample: 'same' });
    const [[before], [after]] = [
      (await readEventFile(arrow)).batches,
      (await readEventFile(join(folder, 'again.arrow'))).batches,
    ];
    for (const [name, column] of Object.entries(before.columns)) {
      const back = after.columns[name];
      for (let i = 0; i < 20; i++) {
        // Energies of massless particles go through a mass that is rounded to 1e-8 of them: 1e-16 in E.
        const tolerance = name.endsWith('_E') ? 1e-14 * column[i] : 0;
        expect(Math.abs(back[i] - column[i]), `${name} ${i}`).toBeLessThanOrEqual(tolerance);
      }
    }
  });

  it('takes the first events only, in every format', async () => {
    const folder = temporaryFolder();
    const names = [madgraph, '1.arrow', '2.csv', '3.arrow'].map((name) => join(folder, name));
    names[0] = madgraph;
    for (const [i, limit] of [15, 10, 5].entries()) {
      expect((await convertEvents(names[i], names[i + 1], { limit })).written).toBe(limit);
    }
    const [batch] = (await readEventFile(names[3])).batches;
    expect([...batch.columns.event]).toEqual([0, 1, 2, 3, 4]);
  });

  it('counts what it leaves out', async () => {
    const from = join(temporaryFolder(), 'events.lhe');
    writeFileSync(from, lheFile(GLUINO_EVENT + GLUINO_EVENT.replace('1000022 1', '22 1')));
    const to = `${from}.arrow`;
    expect(await sentenceOf(convertEvents(from, to))).toMatch(/^InputError: .* line 28, event 1 /);
    expect(existsSync(to)).toBe(false);
    expect(await convertEvents(from, to, { maxUnmatched: 0.5 })).toEqual({
      written: 1,
      dropped: { 'B does not go to b C': 1 },
      ignored: [],
      losses: [],
    });
  });

  it('leaves what was there if it fails, and nothing else', async () => {
    const folder = temporaryFolder();
    const from = join(folder, 'events.csv');
    const to = join(folder, 'events.arrow');
    writeFileSync(from, 'a1_E\n1\nx\n');
    writeFileSync(to, 'old');
    expect(await sentenceOf(convertEvents(from, to))).toContain('line 3: column a1_E is "x"');
    expect(readFileSync(to, 'utf8')).toBe('old');
    expect(readdirSync(folder).sort()).toEqual(['events.arrow', 'events.csv']);
  });

  it('names the file that was asked for, not the one it writes first', async () => {
    const to = join(temporaryFolder(), 'nowhere', 'events.csv');
    expect(await sentenceOf(convertEvents(madgraph, to))).toBe(
      `InputError: ${to} cannot be written: its folder does not exist; check the path (ENOENT).`
    );
  });

  it('needs a topology to write LHE of a file that does not say it', async () => {
    const folder = temporaryFolder();
    const csv = join(folder, 'events.csv');
    await convertEvents(madgraph, csv);
    const to = join(folder, 'again.lhe');
    expect(await sentenceOf(convertEvents(csv, to))).toBe(
      `InputError: ${to}: an LHE file needs PDG ids, which this csv file does not say; give a topology.`
    );
    expect((await convertEvents(csv, to, { topology: 'ttbar-dilepton' })).written).toBe(20);
  });

  it('takes columns of other names by a map, in another unit', async () => {
    const folder = temporaryFolder();
    const [csv, to] = [join(folder, 'jets.csv'), join(folder, 'events.arrow')];
    writeFileSync(csv, 'run,pt,eta,phi,note\n7,3000,0,0,"a, b"\n8,4000,0,0,\n');
    const columns = { a1: { pt: 'pt', eta: 'eta', phi: 'phi', m: 4000 } };
    const { ignored } = await convertEvents(csv, to, { columns, unit: 'MeV' });
    expect(ignored).toEqual(['run', 'note']);
    const [batch] = await readBatches(to);
    // A right-angled triangle: 3, 4, 5 GeV.
    expect(batch.columns.a1_E[0]).toBeCloseTo(5, 12);
    // The same from Arrow.
    const again = join(folder, 'again.arrow');
    await convertEvents(to, again, { columns: { b1_E: 'a1_E' }, unit: 'TeV' });
    expect((await readBatches(again))[0].columns.b1_E[0]).toBeCloseTo(5000, 9);
  });

  it('says so if no column has one of our names', async () => {
    const folder = temporaryFolder();
    const csv = join(folder, 'jets.csv');
    writeFileSync(csv, 'event,pt,eta\n1,2,3\n');
    expect(await sentenceOf(convertEvents(csv, join(folder, 'a.arrow')))).toBe(
      `InputError: ${csv}: none of its columns has one of our names, such as a1_E; it has pt, eta; ` +
        'say by a column map which is which.'
    );
  });

  it.each([
    [
      'events.csv',
      { tree: 'events' },
      'only ROOT files have trees and this is a file of the format csv',
    ],
    [
      'events.lhe',
      { columns: { a1_E: 'e' } },
      'a column map is given, but this is a file of the format lhe',
    ],
    ['events.arrow', { pairing: 'crossed' }, 'only .npz files need one'],
    ['events.lhe', { unit: 'MeV' }, 'a unit is given, but'],
  ] as const)('refuses options that mean nothing: %s %j', async (name, options, expected) => {
    const sentence = await sentenceOf(convertEvents(name, 'never.arrow', options));
    expect(sentence).toContain(expected);
    expect(sentence).toMatch(/leave it out\.$/);
  });

  it('leaves nothing behind when it is interrupted', async () => {
    const folder = temporaryFolder();
    const controller = new AbortController();
    const options = { signal: controller.signal, onProgress: () => controller.abort() };
    const arrow = join(folder, 'events.arrow');
    const columns = ['event', 'a1_E'];
    await writeEvents(arrow, { columns, sample: '' }, [
      someEvents(columns, 5),
      someEvents(columns, 5, 5),
    ]);
    const sentence = await sentenceOf(convertEvents(arrow, join(folder, 'b.csv'), options));
    expect(sentence).toContain('AbortError');
    expect(readdirSync(folder)).toEqual(['events.arrow']);
  });
});

describe('eventFormat', () => {
  it('goes by the end of the name', () => {
    const names = 'a.arrow b.feather c.arrows d.csv e.CSV.gz f.lhe g.LHE.GZ h.parquet i.npz j.root';
    expect(names.split(' ').map(eventFormat)).toEqual(
      'arrow arrow arrow csv csv lhe lhe parquet npz root'.split(' ')
    );
    expect(() => eventFormat('events.hepmc')).toThrow(
      'events.hepmc: the format is not known by the name; expected one of .arrow, .feather, .arrows, ' +
        '.csv, .csv.gz, .lhe, .lhe.gz, .parquet, .npz, .root.'
    );
  });

  it('knows what is only read', async () => {
    expect(await sentenceOf(convertEvents(madgraph, 'events.root'))).toBe(
      'InputError: events.root: .root files are read, not written; expected one of .arrow, .feather, ' +
        '.arrows, .csv, .csv.gz, .lhe, .lhe.gz, .parquet.'
    );
  });
});

describe('convertEvents to and from where something is wrong', () => {
  it('says that a part of the path is a file, and leaves nothing', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'file'), '');
    const to = join(folder, 'file', 'x.arrow');
    expect(await sentenceOf(convertEvents(madgraph, to))).toBe(
      `InputError: ${to} cannot be written: a part of its path is not a folder; check the path (ENOTDIR).`
    );
    expect(readdirSync(folder)).toEqual(['file']);
  });

  it('says which momenta LHE lacks', async () => {
    const folder = temporaryFolder();
    const [csv, lhe] = ['x.csv', 'x.lhe'].map((name) => join(folder, name));
    const columns = eventColumns(false);
    writeFileSync(csv, `${columns.join(',')}\n${columns.map(() => 1).join(',')}\n`);
    expect(await sentenceOf(convertEvents(csv, lhe, { topology: 'ttbar-dilepton' }))).toBe(
      `InputError: ${lhe}: an LHE file needs the momenta of a1, a2, b1, b2, c1, c2, of which c1, c2 are missing; write Arrow, Parquet or CSV instead.`
    );
    expect(readdirSync(folder)).toEqual(['x.csv']);
  });

  it('notes the topology that is given for a file that does not say it', async () => {
    const folder = temporaryFolder();
    const [csv, arrow] = ['x.csv', 'x.arrow'].map((name) => join(folder, name));
    await convertEvents(madgraph, csv);
    await convertEvents(csv, arrow, { topology: 'ttbar-dilepton' });
    expect((await readEventFile(arrow)).metadata.topology).toEqual(TOPOLOGIES['ttbar-dilepton']);
  });

  it('keeps the sample line and the generators however often LHE is written', async () => {
    const folder = temporaryFolder();
    const [one, two, arrow] = ['1.lhe', '2.lhe', '3.arrow'].map((name) => join(folder, name));
    await convertEvents(madgraph, one, { sample: 'a toy' });
    await convertEvents(one, two);
    expect(readFileSync(two, 'utf8').split('<event>')[0]).toBe(
      readFileSync(one, 'utf8').split('<event>')[0]
    );
    await convertEvents(two, arrow);
    const { sample, generators } = (await readEventFile(arrow)).metadata;
    expect(sample).toBe('a toy');
    expect(generators?.join()).not.toContain('deelema');
  });

  it.each([
    [
      'a1_px',
      'NaN',
      /: a1 of event 1 has E \S+, px NaN, .*, expected finite numbers and an energy/,
    ],
    ['b2_E', '-5', /: b2 of event 1 has E -5, /],
    ['c1_pz', '1e4', /: c1 of event 1 has E \S+, .* pz 10000 GeV, expected .* no less than the/],
    ['weight', 'Infinity', /: the weight of event 1 is Infinity, expected a finite number; leave/],
  ])(
    'refuses to write an LHE file that cannot be read again: %s = %s',
    async (name, value, text) => {
      const folder = temporaryFolder();
      const [csv, lhe] = ['x.csv', 'x.lhe'].map((file) => join(folder, file));
      await convertEvents(madgraph, csv);
      const rows = readFileSync(csv, 'utf8')
        .split('\n')
        .map((line) => line.split(','));
      rows[2][rows[0].indexOf(name)] = value;
      writeFileSync(csv, rows.map((row) => row.join(',')).join('\n'));
      const { message } = await errorOf(convertEvents(csv, lhe, { topology: 'ttbar-dilepton' }));
      expect(message).toMatch(text);
      expect(readdirSync(folder)).toEqual(['x.csv']);
    }
  );
});
