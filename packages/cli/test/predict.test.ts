import { linkSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ANTLER } from '@deelema/deelema';
import { convertEvents, describeEvents, openEvents } from '@deelema/events';
import type { ModelDescription } from '@deelema/trained-model';
import { describe, expect, it } from 'vitest';
import { joined, readEventFile } from '../../../test/support/event-files.ts';
import { GLUINO_SAMPLE, sampleFile } from '../../../test/support/samples.ts';
import { temporaryFolder } from '../../../test/support/temporary-folder.ts';
import { REPOSITORY } from '../../../test/support/workspace.ts';
import { deelema } from './support/deelema.ts';
import { modelIn, PAPER, topology } from './support/models.ts';

const SAMPLE = sampleFile(GLUINO_SAMPLE);
/** Antler events, with columns that are not ours. */
const TABLE = join(REPOSITORY, 'test/reference/m2/toy-events.csv');

const predict = (...words: string[]) => deelema('predict', ...words, '--threads', '1');

describe('deelema predict', () => {
  it('writes momenta, masses, pairing and density of the events, and sums them up', async () => {
    expect(topology().branches).toEqual(ANTLER.branches);
    const folder = temporaryFolder();
    const to = join(folder, 'out.arrow');
    const { exitCode, out, errors } = await predict(await modelIn(folder), SAMPLE, '-o', to);
    expect(exitCode, errors).toBe(0);
    expect(out).toContain(`${to}: 5000 events`);
    expect(out).toMatch(/^mass, GeV +mean +median +trained$/m);
    expect(out).toMatch(/^ {2}m_A1 +\d+\.\d\d +\d+\.\d\d +1000\.00$/m);
    expect(out).toMatch(/^ {2}m_B2 +\d+\.\d\d +\d+\.\d\d +800\.00$/m);
    expect(out).toMatch(/^pairing: \d+ events \(\d+\.\d %\) in another one than the file's$/m);
    const file = await openEvents(to);
    expect(file.columnNames).toEqual([
      'event',
      ...['k1_E', 'k1_px', 'k1_py', 'k1_pz', 'k2_E', 'k2_px', 'k2_py', 'k2_pz'],
      ...['m_A1', 'm_A2', 'm_B1', 'm_B2', 'pairing', 'log_density'],
    ]);
    expect(file.rows).toBe(5000);
    // What the events are is handed on.
    expect(file.metadata.beamEnergies).toEqual([6500, 6500]);
    await file.close();
    expect(readdirSync(folder).sort()).toEqual(['model', 'out.arrow']);
  });

  it('prints JSON: counts, means and medians of the written masses', async () => {
    const folder = temporaryFolder();
    const to = join(folder, 'out.parquet');
    const { out, errors } = await predict(await modelIn(folder), TABLE, '--json', '-o', to);
    expect(errors).toBe('');
    const result = JSON.parse(out) as {
      masses: Record<string, { mean: number; median: number }>;
      pairings: number[];
    };
    expect(result).toMatchObject({
      out: to,
      model: { recipe: 'deelema', topology: 'antler', auxiliary: { A: 1000, B: 800 } },
      events: 1000,
    });
    const arrow = join(folder, 'out.arrow');
    await convertEvents(to, arrow);
    const { columns } = joined(await readEventFile(arrow));
    const sorted = [...columns.m_B1].sort((a, b) => a - b);
    expect(result.masses.m_B1.median).toBeCloseTo((sorted[499] + sorted[500]) / 2, 9);
    expect(result.masses.m_B1.mean).toBeCloseTo(sorted.reduce((a, b) => a + b) / 1000, 9);
    const exchanged = [...columns.pairing].reduce((a, b) => a + b);
    expect(result.pairings).toEqual([1000 - exchanged, exchanged]);
  });

  it('gives the same in every format, to every format', async () => {
    const folder = temporaryFolder();
    const model = await modelIn(folder, PAPER);
    const results = [];
    for (const [k, end] of ['lhe', 'arrow', 'parquet', 'csv.gz'].entries()) {
      const from = join(folder, `in.${end}`);
      await convertEvents(SAMPLE, from, { limit: 200 });
      const to = join(folder, `out${k}.${['csv', 'arrow', 'parquet', 'feather'][k]}`);
      const { exitCode, out, errors } = await predict(model, from, '--out', to);
      expect(exitCode, errors).toBe(0);
      expect(out).not.toContain('pairing');
      const { firstEvents, events, columns } = await describeEvents(to);
      const names = columns.map(({ name }) => name);
      results.push({ firstEvents, events, names });
    }
    for (const result of results) expect(result).toEqual(results[0]);
    expect(results[0]).toMatchObject({ events: 200 });
    expect(results[0].names).not.toContain('pairing');
  });

  it('needs no file for results', async () => {
    const folder = temporaryFolder();
    const { exitCode, out } = await predict(await modelIn(folder, PAPER), TABLE, '--json');
    expect(exitCode).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ out: null, events: 1000, pairings: null });
    expect(readdirSync(folder)).toEqual(['model']);
  });
});

describe('deelema predict refuses', () => {
  it('what is not there, as wrong usage', async () => {
    const folder = temporaryFolder();
    const model = await modelIn(folder, PAPER);
    const gone = join(folder, 'gone');
    const outcomes = await Promise.all([predict(gone, TABLE), predict(model, gone)]);
    expect(outcomes.map(({ exitCode }) => exitCode)).toEqual([2, 2]);
    expect((await predict(gone, TABLE)).errors).toBe(
      `${gone} does not exist: expected the directory of a model.`
    );
    expect((await predict(TABLE, TABLE)).errors).toContain(
      `${TABLE} is a file, expected the directory of a model`
    );
    expect((await predict(model, gone)).errors).toBe(
      `${gone} does not exist: expected an event file.`
    );
  });

  it.each(['model.json', 'weights.bin', 'model.onnx'])('a model without %s', async (name) => {
    const folder = temporaryFolder();
    const model = await modelIn(folder, PAPER);
    rmSync(join(model, name));
    const { exitCode, errors } = await predict(model, TABLE, '-o', join(folder, 'out.arrow'));
    expect(errors).toContain(`${model} has no ${name}: the model is not whole; copy`);
    expect(exitCode).toBe(1);
    expect(readdirSync(folder)).toEqual(['model']);
  });

  it('an altered model', async () => {
    const folder = temporaryFolder();
    const model = await modelIn(folder, PAPER);
    const path = join(model, 'weights.bin');
    const bytes = readFileSync(path);
    bytes[0] ^= 1;
    writeFileSync(path, bytes);
    const { exitCode, errors } = await predict(model, TABLE);
    expect(errors).toMatch(/weights\.bin has the SHA-256 .*: it was altered; copy the whole/);
    expect(exitCode).toBe(1);
  });

  it('events without what the model needs', async () => {
    const folder = temporaryFolder();
    const path = join(folder, 'events.csv');
    writeFileSync(path, readFileSync(TABLE, 'utf8').replace('b2_px', 'other'));
    const { exitCode, errors } = await predict(await modelIn(folder), path);
    expect(errors).toMatch(
      /events\.csv: column b2_px missing; it has a1_E, .*; the model is of the topology antler\.$/
    );
    expect(exitCode).toBe(1);
  });

  it('events of another topology than the model', async () => {
    const folder = temporaryFolder();
    const other: ModelDescription = {
      ...PAPER,
      topology: topology('other', ['d1', 'e1', 'd2', 'e2']),
    };
    const { exitCode, errors } = await predict(await modelIn(folder, other), TABLE);
    expect(errors).toMatch(/columns d1_E, d1_px, .*, e2_pz missing; .* of the topology other\.$/);
    expect(exitCode).toBe(1);
  });

  it('an event that is not finite, by its number, and leaves nothing', async () => {
    const folder = temporaryFolder();
    const path = join(folder, 'events.csv');
    const rows = readFileSync(TABLE, 'utf8').trimEnd().split('\n').slice(0, 20);
    const cells = rows[5].split(',');
    cells[rows[0].split(',').indexOf('b1_px')] = 'nan';
    rows[5] = cells.join(',');
    writeFileSync(path, rows.join('\n') + '\n');
    const to = join(folder, 'out.arrow');
    const { exitCode, errors } = await predict(await modelIn(folder), path, '-o', to);
    expect(errors).toMatch(
      /^Event \d+: b1 is \(.*NaN.*\) GeV, expected four finite numbers; leave/
    );
    expect(exitCode).toBe(1);
    expect(readdirSync(folder).sort()).toEqual(['events.csv', 'model']);
  });

  it('a file without events', async () => {
    const folder = temporaryFolder();
    const path = join(folder, 'events.csv');
    writeFileSync(path, readFileSync(TABLE, 'utf8').split('\n')[0] + '\n');
    const to = join(folder, 'out.csv');
    const { exitCode, errors } = await predict(await modelIn(folder, PAPER), path, '-o', to);
    expect([exitCode, errors]).toEqual([1, `${path}: there are no events in it.`]);
    expect(readdirSync(folder).sort()).toEqual(['events.csv', 'model']);
  });

  it('to replace the events by the results', async () => {
    const folder = temporaryFolder();
    const path = join(folder, 'events.csv');
    const linked = join(folder, 'linked.csv');
    writeFileSync(path, readFileSync(TABLE));
    linkSync(path, linked);
    const { exitCode, errors } = await predict(await modelIn(folder, PAPER), path, '-o', linked);
    expect(errors).toBe(
      `${linked} is the event file itself, which the results would replace: expected another name.`
    );
    expect(exitCode).toBe(2);
    expect(readFileSync(path)).toEqual(readFileSync(TABLE));
  });

  it.each([
    [['-o', 'out.lhe'], 'out.lhe: an LHE file has no place for predicted momenta; expected a name'],
    [['-o', 'out.root'], 'out.root: .root files are read, not written'],
    [['--threads', '0'], '--threads is "0": expected a whole number from 1 to 1024.'],
  ])('%j as wrong usage', async (words, expected) => {
    const model = await modelIn(temporaryFolder(), PAPER);
    const { exitCode, errors } = await deelema('predict', model, TABLE, ...words);
    expect(errors).toContain(expected);
    expect(exitCode).toBe(2);
  });
});
