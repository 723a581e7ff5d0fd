import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { convertEvents, eventColumns, eventFormat } from '../../src/index.ts';
import { readBatches, readEventFile } from '../../../../test/support/event-files.ts';
import { sentenceOf } from '../../../../test/support/rejection.ts';
import { temporaryFolder } from '../../../../test/support/temporary-folder.ts';
import { GLUINO_EVENT, lheFile } from '../support.ts';

const madgraph = fileURLToPath(new URL('../fixtures/ttbar-madgraph-20.lhe', import.meta.url));

describe('convertEvents', () => {
  it('makes Arrow of LHE', async () => {
    const to = join(temporaryFolder(), 'events.arrow');
    expect(await convertEvents(madgraph, to)).toEqual({ written: 20, dropped: {} });
    const { metadata, columnNames, batches } = await readEventFile(to);
    expect(metadata.sample).toBe(
      'ttbar-madgraph-20.lhe (A: [6], B: [24], a: [5, 3, 1], b: [11, 13], C: [12, 14])'
    );
    expect(columnNames).toEqual(eventColumns(true));
    expect(batches.map((batch) => batch.length)).toEqual([20]);
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
    expect(await convertEvents(from, to, { unmatched: 'drop' })).toEqual({
      written: 1,
      dropped: { 'B does not go to b C': 1 },
    });
  });

  it('leaves what was there if it fails, and nothing else', async () => {
    const folder = temporaryFolder();
    const from = join(folder, 'events.csv');
    const to = join(folder, 'events.arrow');
    writeFileSync(from, 'event\n1\nx\n');
    writeFileSync(to, 'old');
    expect(await sentenceOf(convertEvents(from, to))).toContain('line 3: column event is "x"');
    expect(readFileSync(to, 'utf8')).toBe('old');
    expect(readdirSync(folder).sort()).toEqual(['events.arrow', 'events.csv']);
  });

  it('names the file that was asked for, not the one it writes first', async () => {
    const to = join(temporaryFolder(), 'nowhere', 'events.csv');
    expect(await sentenceOf(convertEvents(madgraph, to))).toBe(
      `InputError: ${to} cannot be written: its folder does not exist; check the path (ENOENT).`
    );
  });

  it('needs a topology to write LHE of columns', async () => {
    const folder = temporaryFolder();
    const arrow = join(folder, 'events.arrow');
    await convertEvents(madgraph, arrow);
    const to = join(folder, 'again.lhe');
    expect(await sentenceOf(convertEvents(arrow, to))).toBe(
      `InputError: ${to}: an LHE file needs PDG ids, which arrow does not hold; give a topology.`
    );
  });
});

describe('eventFormat', () => {
  it('goes by the end of the name', () => {
    expect(['a.arrow', 'b.csv', 'c.lhe', 'D.LHE.GZ'].map(eventFormat)).toEqual([
      'arrow',
      'csv',
      'lhe',
      'lhe',
    ]);
    expect(() => eventFormat('events.root')).toThrow(
      'events.root: the format is not known by the name; expected one of .arrow, .csv, .lhe, .lhe.gz.'
    );
  });
});
