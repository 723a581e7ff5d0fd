import { linkSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { convertEvents, describeEvents } from '@deelema/events';
import { describe, expect, it } from 'vitest';
import { joined, readEventFile } from '../../../test/support/event-files.ts';
import { GLUINO_SAMPLE, sampleFile, TOP_SAMPLE } from '../../../test/support/samples.ts';
import { temporaryFolder } from '../../../test/support/temporary-folder.ts';
import { REPOSITORY } from '../../../test/support/workspace.ts';
import { deelema } from './support/deelema.ts';

/** Events of a reference table, with columns that are not ours: m_inv and what is true. */
const TABLE = join(REPOSITORY, 'test/reference/m2/toy-events.csv');

/** The rows of the table under a new name, changed. */
function table(change: (rows: string[][]) => void, rows = 20): string {
  const cells = readFileSync(TABLE, 'utf8')
    .trimEnd()
    .split('\n')
    .slice(0, rows + 1);
  const all = cells.map((line) => line.split(','));
  change(all);
  const path = join(temporaryFolder(), 'events.csv');
  writeFileSync(path, all.map((row) => row.join(',')).join('\n') + '\n');
  return path;
}

/** Sets a cell of a table by the name of its column and the number of its row, from 0. */
function set(rows: string[][], column: string, row: number, value: string): void {
  rows[row + 1][rows[0].indexOf(column)] = value;
}

/** Runs `deelema baseline` in one thread: that of the sources. */
function baseline(...words: string[]) {
  return deelema('baseline', ...words, '--workers', '1');
}

const outcome = (text: string) =>
  JSON.parse(text) as {
    out: string | null;
    events: number;
    variables: Record<string, { statuses: Record<string, number>; maximum: number }>;
  };

describe('deelema baseline', () => {
  it('takes the variables of a CSV file with further columns, and counts what became of them', async () => {
    const to = join(temporaryFolder(), 'out.arrow');
    const { exitCode, out, errors } = await baseline(TABLE, '--m-c', '700', '-o', to);
    expect(exitCode, errors).toBe(0);
    expect(out).toContain(`${to}: 1000 events`);
    // 171 one-sided events say the values of the table, too.
    expect(out).toMatch(/^ {2}m2cc_ab +829 +171 +999\.\d+$/m);
    const file = await readEventFile(to);
    const expected = ['event', 'mt2_b', 'mt2_ab', 'm2cc_b', 'm2cc_b_status', 'm2cc_b_residual'];
    expect(file.columnNames.slice(0, 6)).toEqual(expected);
    expect(Math.max(...joined(file).columns.mt2_b)).toBeLessThanOrEqual(800);
  });

  it('gives the same numbers for the same events in every format, to every format', async () => {
    const folder = temporaryFolder();
    const sources = ['lhe', 'arrow', 'parquet', 'csv.gz'].map((end) => join(folder, `in.${end}`));
    const sample = sampleFile(GLUINO_SAMPLE);
    for (const path of sources) await convertEvents(sample, path, { limit: 200 });
    const results = [];
    for (const [k, path] of sources.entries()) {
      const to = join(folder, `out.${['csv', 'arrow', 'parquet', 'feather'][k]}`);
      const { exitCode, errors } = await baseline(path, '--m-c', '700', '--out', to);
      expect(exitCode, errors).toBe(0);
      const { firstEvents, events, columns } = await describeEvents(to);
      expect(events).toBe(200);
      results.push({ firstEvents, names: columns.map(({ name }) => name) });
      const back = join(folder, `back${k}.arrow`);
      await convertEvents(to, back);
      results[k] = { ...results[k], ...joined(await readEventFile(back)) };
    }
    for (const result of results) expect(result).toEqual(results[0]);
  });

  it('prints JSON, with one or two trial masses and known visible masses', async () => {
    const words = [sampleFile(TOP_SAMPLE), '--variables', 'mt2_ab,m2cc_ab', '--json'];
    const light = outcome((await baseline(...words, '--m-c', '0')).out);
    expect(light).toMatchObject({ out: null, events: 5000 });
    expect(light.variables.m2cc_ab.statuses['invalid input']).toBe(0);
    const known = ['--visible-masses', 'a=4.8,b=0'];
    const same = outcome((await baseline(...words, '--m-c', '0', ...known)).out);
    // The generator's b quarks have 4.8 GeV; its muons, which are taken as massless, 0.1 GeV.
    expect(same.variables.mt2_ab.maximum).toBeCloseTo(light.variables.mt2_ab.maximum, 2);
    const pair = outcome((await baseline(...words, '--m-c', '0,80')).out);
    expect(pair.variables.mt2_ab.maximum).toBeGreaterThan(light.variables.mt2_ab.maximum);
  });

  it('gives the same bytes with any number of threads', async () => {
    const folder = temporaryFolder();
    const paths = ['1', '3'].map((workers) => join(folder, `${workers}.arrow`));
    for (const [k, path] of paths.entries()) {
      const { exitCode, errors } = await deelema(
        ...['baseline', sampleFile(GLUINO_SAMPLE), '--m-c', '700', '-o', path],
        ...['--workers', k === 0 ? '1' : '3']
      );
      expect(exitCode, errors).toBe(0);
    }
    expect(readFileSync(paths[1]).equals(readFileSync(paths[0]))).toBe(true);
  });

  it('keeps events with NaN or a spacelike momentum, and counts them; rounding is no mistake', async () => {
    const path = table((rows) => {
      set(rows, 'b1_px', 2, 'nan');
      set(rows, 'a2_E', 5, '1');
      // Massless but for rounding: spacelike by 1e-10 of E².
      const energy = Number(rows[8][rows[0].indexOf('b2_E')]);
      set(rows, 'b2_E', 7, String(energy * (1 - 5e-11)));
    });
    const { out, exitCode } = await baseline(path, '--m-c', '700', '--json');
    expect(exitCode).toBe(0);
    const { events, variables } = outcome(out);
    expect(events).toBe(20);
    for (const { statuses } of [variables.m2cc_b, variables.m2cc_ab]) {
      expect(statuses['invalid input']).toBe(2);
      expect(statuses.ok + statuses['one-sided']).toBe(18);
    }
  });

  it.each([
    [
      ['--m-c', '-5'],
      '--m-c is "-5": expected a mass in GeV, 0 or more, or one for each branch such as 0,80.',
    ],
    [['--m-c', '1,2,3'], '--m-c is "1,2,3": expected a mass in GeV'],
    [['--m-c', '0,x'], '--m-c is "0,x": expected a mass in GeV'],
    [['--m-c', ''], '--m-c is "": expected a mass in GeV'],
    [[], "required option '--m-c <mass>' not specified"],
    [
      ['--m-c', '0', '--variables', 'mt2_b,m2c_ab'],
      '--variables: there is no variable "m2c_ab". Did you mean "m2cc_ab"? There are mt2_',
    ],
    [
      ['--m-c', '0', '--variables', 'mt2'],
      'no variable "mt2". Did you mean "mt2_a", "mt2_b" or "mt2_ab"? There are mt2_',
    ],
    [
      ['--m-c', '0', '--variables', 'M_2CC(ab)'],
      'no variable "M_2CC(ab)". Did you mean "m2cc_ab"? There are mt2_',
    ],
    [['--m-c', '0', '--variables', 'mt2_b,'], '--variables has an empty name: expected names'],
    [
      ['--m-c', '0', '--m-b', '80'],
      '--m-b is given, but no variable of --variables needs it: add mt2_a, or leave it out.',
    ],
    [
      ['--m-c', '0', '--pz-y', '0'],
      '--pz-y is given, but no variable of --variables needs it: add m2cons_b, m2cons_ab, ',
    ],
    [['--m-c', 'NaN'], '--m-c is "NaN": expected a mass in GeV'],
    [['--m-c', '1e400'], '--m-c is "1e400": expected a mass in GeV'],
    [
      ['--m-c', '0', '--variables', 'transverse'],
      '--variables: there is no variable "transverse". Expected one of mt2_',
    ],
    [['--m-c', '0', '--variables', 'mt2_b,mt2_b'], '--variables names mt2_b twice'],
    [['--m-c', '0', '--variables', 'm2cons_ab'], 'm2cons_ab needs --m-y, which is missing'],
    [
      ['--m-c', '0', '--visible-masses', 'a=4.7,c=0'],
      '--visible-masses has "c=0": expected masses in GeV, 0 or more, such as a=4.7,b=0.',
    ],
    [['--m-c', '0', '--visible-masses', 'a=-1'], '--visible-masses has "a=-1"'],
    [['--m-c', '0', '--out', 'out.root'], 'out.root: .root files are read, not written'],
    [
      ['--m-c', '0', '--visible-masses', 'a=1,a=2'],
      '--visible-masses is "a=1,a=2": expected one mass for each of a and b.',
    ],
    [
      ['--m-c', '0', '--out', 'out.lhe.gz'],
      'out.lhe.gz: an LHE file has no place for mass variables; expected a name that ends with .arrow,',
    ],
  ])('%j is wrong usage', async (words, expected) => {
    const { exitCode, out, errors } = await baseline(TABLE, ...words);
    expect(out + errors).toContain(expected);
    expect(exitCode).toBe(2);
  });

  it.each(['0.5', '0', '1e9', 'all'])('wants a whole number of threads, not %s', async (number) => {
    const words = [TABLE, '--m-c', '0', '--workers', number];
    const { exitCode, errors } = await deelema('baseline', ...words);
    expect(errors).toBe(`--workers is "${number}": expected a whole number from 1 to 1024.`);
    expect(exitCode).toBe(2);
  });

  it('never replaces the events by the results, whichever way their name is written', async () => {
    const path = table(() => undefined);
    const before = readFileSync(path, 'utf8');
    const [symbolic, hard] = ['symbolic.csv', 'hard.csv'].map((name) => join(dirname(path), name));
    symlinkSync(path, symbolic);
    linkSync(path, hard);
    for (const to of [path, symbolic, hard]) {
      const { exitCode, errors } = await baseline(path, '--m-c', '700', '-o', to);
      expect(errors).toBe(
        `${to} is the event file itself, which the results would replace: expected another name.`
      );
      expect(exitCode).toBe(2);
    }
    expect(readFileSync(path, 'utf8')).toBe(before);
  });

  it('offers no format in its help that it cannot write', async () => {
    const { exitCode, out } = await deelema('baseline', '--help');
    expect(exitCode).toBe(0);
    const words = out.replace(/\s+/g, ' ');
    expect(words).toContain(
      'where to write them: .arrow, .feather, .arrows, .csv, .csv.gz or .parquet'
    );
    expect(words).toContain('deelema baseline events.lhe.gz --m-c 700 -o variables.parquet');
  });

  it('does not garble the terminal with the names of a binary file', async () => {
    const path = table(() => undefined, 0);
    writeFileSync(path, `\x1b[31ma\0\u0085,${'long'.repeat(99)}\n1,2\n`);
    const { exitCode, errors } = await baseline(path, '--m-c', '700');
    expect(errors).toContain(`it has .[31ma., ${'long'.repeat(10)}…; say with --columns`);
    expect(exitCode).toBe(1);
  });

  it('asks for an array where there is no column map', async () => {
    const path = join(REPOSITORY, 'packages/events/test/npz/fixtures/original.npz');
    const { exitCode, errors } = await baseline(path, '--m-c', '0');
    expect(errors).toMatch(
      /columns ptmiss_x, ptmiss_y missing; .*; add an array ptmiss of n rows and 2 columns, x and y\.$/
    );
    expect(exitCode).toBe(1);
  });

  it('names a missing column, and what to do', async () => {
    const path = table((rows) => (rows[0][rows[0].indexOf('ptmiss_y')] = 'met_y'));
    const { exitCode, errors } = await baseline(path, '--m-c', '700');
    expect(exitCode).toBe(1);
    expect(errors).toMatch(
      /events\.csv: column ptmiss_y missing; it has a1_E, .*say with --columns map\.yaml which column is which\.$/
    );
  });

  it.each([
    ['', /is empty, expected a header row/],
    ['header', /events\.csv: there are no events in it\.$/],
  ])('refuses a file without events, and leaves nothing (%j)', async (text, expected) => {
    const path = table(() => undefined, 0);
    if (text === '') writeFileSync(path, '');
    const to = join(dirname(path), 'out.parquet');
    const { exitCode, errors } = await baseline(path, '--m-c', '700', '-o', to);
    expect(errors).toMatch(expected);
    expect(exitCode).toBe(1);
    expect(readdirSync(dirname(path))).toEqual(['events.csv']);
  });

  it('says what is wrong in the middle of a file, and leaves nothing', async () => {
    const path = table((rows) => set(rows, 'b1_px', 2, 'much'));
    const to = join(dirname(path), 'out.csv');
    const { exitCode, errors } = await baseline(path, '--m-c', '700', '-o', to);
    expect(errors).toContain('events.csv, line 4: column b1_px is "much", expected a number.');
    expect(exitCode).toBe(1);
    expect(readdirSync(dirname(path))).toEqual(['events.csv']);
  });

  it('refuses a file that is not there as wrong usage', async () => {
    const { exitCode, errors } = await baseline('gone.csv', '--m-c', '0');
    expect([exitCode, errors]).toEqual([2, 'gone.csv does not exist: expected an event file.']);
  });
});
