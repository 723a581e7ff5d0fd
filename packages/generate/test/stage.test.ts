import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  BATCH_ROWS,
  eventColumns,
  INVISIBLE_ROLES,
  momentumColumns,
  VISIBLE_ROLES,
  type EventBatch,
} from '@deelema/events';
import { simulateEvents } from '@deelema/generators';
import { readBatches, readEventFile, writeBatches } from '../../../test/support/event-files.ts';
import { makeEvents } from '../../../test/support/make-events.ts';
import { errorOf } from '../../../test/support/rejection.ts';
import { GLUINO_SAMPLE, sampleFile, TOP_SAMPLE } from '../../../test/support/samples.ts';
import { temporaryFolder } from '../../../test/support/temporary-folder.ts';
import { runStage } from './support/run-stage.ts';

const VISIBLE_COLUMNS = VISIBLE_ROLES.flatMap(momentumColumns);

describe('generate', () => {
  it('writes all columns, the sample line and full batches', async () => {
    const { events, result } = await runStage({ source: 'toy', events: 66_000, seed: 1 });
    const { columnNames, metadata, batches } = await readEventFile(events);
    expect(columnNames).toEqual(eventColumns(true));
    expect(metadata.sample).toBe('toy antler 1000/800/700 GeV, pp 13 TeV, seed 1');
    expect(batches.map(({ length }) => length)).toEqual([BATCH_ROWS, 66_000 - BATCH_ROWS]);
    expect(result?.counts).toMatchObject({ read: 66_000, kept: 66_000, dropped: {} });
  });

  it.each([
    ['toy', { source: 'toy', smearing: { seed: 3, objects: { a: {}, b: {} } } }],
    ['ttbar', { source: 'ttbar', smearing: { seed: 3 } }],
  ])('writes the same bytes with 1 worker and with 2: %s', async (_, settings) => {
    const config = { ...settings, events: 2 * BATCH_ROWS + 7, seed: 1 };
    const [one, two] = [await runStage(config), await runStage(config, { workers: 2 })];
    expect(readFileSync(one.events).equals(readFileSync(two.events))).toBe(true);
  });

  it.each([
    // Pythia 8.302 with NNPDF2.3 LO and its own scale: 0.2014 pb and 23.8 pb. A leading-order
    // cross-section moves by 30 % with the scale.
    ['toy', 0.2014],
    ['ttbar', 23.8],
  ])('says what cross-section it has and what production took: %s', async (source, expected) => {
    const run = await runStage({ source, events: 1000, seed: 1 });
    const { metadata } = await readEventFile(run.events);
    const { value, error } = metadata.crossSection ?? { value: NaN, error: NaN };
    expect(Math.abs(value / expected - 1)).toBeLessThan(0.3);
    expect(error / value).toBeLessThan(0.01);
    expect(metadata.beamEnergies).toEqual([6500, 6500]);
    expect(metadata.generators).toEqual(['deelema, leading order, GRV94 LO']);
    const { proposals, acceptance, overweight, largestWeight } = run.result
      ?.counts as unknown as Facts;
    expect(acceptance).toBe(1000 / proposals);
    expect(acceptance).toBeGreaterThan(0.3);
    expect(overweight).toBeLessThan(10);
    expect(largestWeight).toBeGreaterThan(0.5);
  });

  it('has no cross-section for pairs with |M|² = 1', async () => {
    const run = await runStage({ source: 'toy', production: 'phase-space', events: 10, seed: 1 });
    const { metadata } = await readEventFile(run.events);
    expect(metadata.crossSection).toBeUndefined();
  });

  it('says what is wrong with parton distributions that it cannot read', async () => {
    const partons = 'absent_0000.dat';
    const error = await errorOf(runStage({ source: 'toy', events: 10, seed: 1, partons }));
    expect(error.message).toContain('absent_0000.dat: cannot be read as a grid');
    expect(error.exitCode).toBe(1);
  });

  it('keeps the truth beside what was smeared: what the same seed gives without smearing', async () => {
    const config = { source: 'ttbar', events: 300, seed: 1 };
    const [plain] = await readBatches((await runStage(config)).events);
    const run = await runStage({ ...config, smearing: { seed: 3, objects: { a: {}, b1: {} } } });
    const { columnNames, metadata, batches } = await readEventFile(run.events);
    const names = ['a1', 'a2', 'b1'].flatMap(momentumColumns);
    expect(columnNames).toEqual([...eventColumns(true), ...names.map((name) => `true_${name}`)]);
    expect(metadata.sample).toMatch(/, seed 1, a b1 smeared$/);
    for (const name of names) {
      expect(batches[0].columns[`true_${name}`]).toEqual(plain.columns[name]);
      expect(batches[0].columns[name]).not.toEqual(plain.columns[name]);
    }
    for (const name of ['b2', ...INVISIBLE_ROLES].flatMap(momentumColumns)) {
      expect(batches[0].columns[name]).toEqual(plain.columns[name]);
    }
  });

  it('smears pTmiss alone where it is told to, and says so', async () => {
    const config = { source: 'toy', events: 300, seed: 1 };
    const [plain] = await readBatches((await runStage(config)).events);
    const smearing = { seed: 3, objects: {}, ptmiss: { sigma: 20 } };
    const { events } = await runStage({ ...config, smearing });
    const { columnNames, metadata, batches } = await readEventFile(events);
    expect(columnNames).toEqual(eventColumns(true));
    expect(metadata.sample).toMatch(/, seed 1, pTmiss smeared$/);
    for (const name of columnNames) {
      const same = batches[0].columns[name].every((x, i) => x === plain.columns[name][i]);
      expect([name, same]).toEqual([name, !name.startsWith('ptmiss')]);
    }
  });

  it.each([
    { source: 'toy', mA: 1000, mB: 800, mC: 700 },
    { source: 'ttbar', mA: 173, mB: 80.419, mC: 0 },
  ] as const)('writes the events that simulateEvents gives, $source', async (masses) => {
    const { source } = masses;
    const resolution = { pt: [20, 200], resolution: [0.2, 0.1] };
    const smearing = { seed: 3, objects: { a: resolution }, ptmiss: { sigma: 20 } };
    const sample = { events: 300, seed: 1, smearing };
    const [batch] = await readBatches((await runStage({ source, ...sample })).events);
    const [simulated] = simulateEvents({ ...masses, ...sample });
    for (const [name, column] of Object.entries(simulated.columns)) {
      expect([name, batch.columns[name]]).toEqual([name, column]);
    }
  });

  it('writes other events with another seed', async () => {
    const run = (seed: number) => runStage({ source: 'ttbar', events: 10, seed });
    const [one, two] = [await run(1), await run(2)];
    expect(readFileSync(one.events).equals(readFileSync(two.events))).toBe(false);
  });

  it('stops when it is told to', async () => {
    const signal = AbortSignal.abort();
    const run = runStage({ source: 'toy', events: 10, seed: 1 }, { signal });
    expect((await errorOf(run)).name).toBe('AbortError');
  });
});

describe('generate from a file', () => {
  it.each([
    [TOP_SAMPLE, { topology: 'ttbar-dilepton' }],
    [TOP_SAMPLE, {}],
    [TOP_SAMPLE, { topology: { A: 6, B: 24, a: [5, 3, 1], b: [11, 13], C: [12, 14] } }],
    [GLUINO_SAMPLE, { topology: { A: 1000021, B: 1000005, a: 5, b: [5], C: 1000022 } }],
  ])('reads %s with %j', async (name, settings) => {
    const { events, result } = await runStage({
      source: 'file',
      path: sampleFile(name),
      ...settings,
    });
    expect(result?.counts).toMatchObject({ read: 5000, kept: 5000, dropped: {} });
    const { columnNames, metadata } = await readEventFile(events);
    expect(columnNames).toEqual(eventColumns(true));
    expect(metadata.sample).toContain(name);
  });

  it('reads the same events by the name of a topology and by its ids', async () => {
    const config = { source: 'file', path: sampleFile(TOP_SAMPLE), limit: 500 };
    const topology = { A: 6, B: [24], a: [5, 3, 1], b: [11, 13], C: [12, 14] };
    const named = await runStage({ ...config, topology: 'ttbar-dilepton' });
    const byHand = await runStage({ ...config, topology });
    expect(await readBatches(byHand.events)).toEqual(await readBatches(named.events));
  });

  it('finds a path relative to the YAML file, and reads the first events only', async () => {
    const base = temporaryFolder();
    await writeBatches(join(base, 'mine.arrow'), [someEvents(100)], 'my events');
    const config = { source: 'file', path: 'mine.arrow', limit: 7 };
    const { events } = await runStage(config, { base });
    const { batches, metadata } = await readEventFile(events);
    const { columns } = someEvents(7);
    for (const name of VISIBLE_COLUMNS) expect(batches[0].columns[name]).toEqual(columns[name]);
    expect(metadata.sample).toBe('my events, pTmiss from the visible momenta');
  });

  it('adds event numbers, weights and pTmiss to visible momenta alone, in batches of ours', async () => {
    const base = temporaryFolder();
    const n = BATCH_ROWS + 3;
    await writeBatches(join(base, 'mine.arrow'), [someEvents(n)], '');
    const { events } = await runStage({ source: 'file', path: 'mine.arrow' }, { base });
    const [first, second] = await readBatches(events);
    expect([first.length, second.length]).toEqual([BATCH_ROWS, 3]);
    expect(Object.keys(first.columns)).toEqual(eventColumns(false));
    expect(second.columns.event).toEqual(Uint32Array.of(n - 3, n - 2, n - 1));
    expect(second.columns.weight).toEqual(Float64Array.of(1, 1, 1));
    const sum = VISIBLE_ROLES.reduce((px, role) => px + second.columns[`${role}_px`][2], 0);
    expect(second.columns.ptmiss_x[2]).toBeCloseTo(-sum, 10);
  });

  it('keeps event numbers, weights, pTmiss and the truth of a CSV file', async () => {
    const base = temporaryFolder();
    const names = eventColumns(true);
    // No momentum may be spacelike.
    const value = (name: string, k: number) => (name.endsWith('_E') ? 1000 + k : k + 1);
    const rows = [1, 2].map((row) => names.map((name, k) => value(name, k) * row).join(','));
    writeFileSync(join(base, 'mine.csv'), [names.join(','), ...rows, ''].join('\n'));
    const { events } = await runStage({ source: 'file', path: 'mine.csv' }, { base });
    const [batch] = await readBatches(events);
    names.forEach((name, k) => {
      expect([name, ...batch.columns[name]]).toEqual([name, value(name, k), 2 * value(name, k)]);
    });
  });

  it('smears the events of a file and says so', async () => {
    const config = { source: 'file', path: sampleFile(TOP_SAMPLE), limit: 50 };
    const plain = await runStage(config);
    const smeared = await runStage({ ...config, smearing: { seed: 1 } });
    const again = await runStage({ ...config, smearing: { seed: 1 } });
    const [[one], [two]] = [await readBatches(plain.events), await readBatches(smeared.events)];
    expect(two.columns.a1_E).not.toEqual(one.columns.a1_E);
    expect(two.columns.b1_E).toEqual(one.columns.b1_E);
    expect(readFileSync(smeared.events).equals(readFileSync(again.events))).toBe(true);
    expect((await readEventFile(smeared.events)).metadata.sample).toMatch(/, a smeared$/);
    for (const name of ['a1', 'a2'].flatMap(momentumColumns)) {
      expect(two.columns[`true_${name}`]).toEqual(one.columns[name]);
    }
  });

  it('hands on the truth of events that were smeared before, and smears others as well', async () => {
    const path = sampleFile(TOP_SAMPLE);
    const first = await runStage({ source: 'file', path, limit: 20, smearing: { seed: 1 } });
    const again = { source: 'file', path: first.events };
    const objects = { b1: {} };
    const second = await runStage({ ...again, smearing: { seed: 2, objects } });
    const { columnNames, metadata, batches } = await readEventFile(second.events);
    expect(columnNames).toEqual([
      ...eventColumns(true),
      ...['true_a1', 'true_a2', 'true_b1'].flatMap(momentumColumns),
    ]);
    expect(metadata.sample).toMatch(/, a smeared, b1 smeared$/);
    const [before] = await readBatches(first.events);
    expect(batches[0].columns.true_a2_px).toEqual(before.columns.true_a2_px);
    expect(batches[0].columns.a2_px).toEqual(before.columns.a2_px);
    const error = await errorOf(runStage({ ...again, smearing: { seed: 2 } }));
    expect(error.message).toBe(
      'a1 of these events is smeared already, for they have a column true_a1_E; leave a1 out of generate.smearing.objects, or read the events as they were before.'
    );
    expect(error.exitCode).toBe(2);
  });

  it('fails on an event of another topology, or leaves it out and counts it', async () => {
    const topology = { A: 6, B: 24, a: 5, b: 11, C: 12 };
    const config = { source: 'file', path: sampleFile(TOP_SAMPLE), topology };
    const error = await errorOf(runStage(config));
    expect([error.name, error.exitCode]).toEqual(['InputError', 1]);
    const { result } = await runStage({ ...config, maxUnmatched: 1 });
    const { read, kept } = result?.counts as { read: number; kept: number };
    expect(read).toBe(5000);
    // Both W go to electrons in a quarter of the events; 4 binomial standard deviations of 31.
    expect(Math.abs(kept - 1250)).toBeLessThan(4 * 31);
  });

  it.each([
    ['mine.arrow', { topology: 'gluino-sbottom' }, 2, /only LHE files need one/],
    ['mine.txt', {}, 2, /mine\.txt: the format is not known/],
    ['absent.csv', {}, 1, /absent\.csv/],
    [
      'lacking.csv',
      {},
      1,
      /a1_E, a1_px.* missing among the columns event, weight; say with columns which they are/,
    ],
    [
      'half.csv',
      {},
      1,
      /half\.csv: ptmiss_y is there and ptmiss_x is not; give both, or neither for events without recoil\.$/,
    ],
    ['empty.csv', {}, 1, /^empty\.csv: there are no events in it\./],
  ])('says what is wrong with %s and %j', async (path, settings, exitCode, sentence) => {
    const base = temporaryFolder();
    await writeBatches(join(base, 'mine.arrow'), [someEvents(3)], '');
    writeFileSync(join(base, 'lacking.csv'), 'event,weight\n1,2\n');
    writeFileSync(join(base, 'half.csv'), `${VISIBLE_COLUMNS.join(',')},ptmiss_y\n`);
    writeFileSync(join(base, 'empty.csv'), `${VISIBLE_COLUMNS.join(',')}\n`);
    const error = await errorOf(runStage({ source: 'file', path, ...settings }, { base }));
    expect(error.message).toMatch(sentence);
    expect(error.exitCode).toBe(exitCode);
  });
});

interface Facts {
  readonly proposals: number;
  readonly acceptance: number;
  readonly overweight: number;
  readonly largestWeight: number;
}

/** Visible momenta that differ in every column and row. */
function someEvents(n: number): EventBatch {
  return makeEvents(
    VISIBLE_COLUMNS,
    n,
    (name, row, k) => (row + 1) * (name.endsWith('_E') ? 10 + k : Math.sqrt(k + 2))
  );
}
