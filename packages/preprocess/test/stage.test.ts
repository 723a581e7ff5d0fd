import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { BATCH_ROWS, eventColumns, momentumColumns, type EventBatch } from '@deelema/events';
import { config } from '../src/config.mjs';
import { errorOf } from '../../../test/support/rejection.ts';
import { batches, runStage, someEvents } from './support/run-stage.ts';

/** Number of events of each split. */
function sizes({ columns: { split } }: EventBatch): number[] {
  return [0, 1, 2].map((label) => split.filter((k) => k === label).length);
}

describe('preprocess', () => {
  it('keeps every column and row and adds split, in full batches', async () => {
    const n = BATCH_ROWS + 4464;
    const { events, batchLengths, metadata } = await runStage(batches(40_000, 1, n - 40_001));
    expect(Object.keys(events.columns)).toEqual([...eventColumns(true), 'split']);
    const expected = someEvents(n);
    for (const name of eventColumns(true)) {
      expect(differences(events.columns[name], expected.columns[name])).toEqual([]);
    }
    expect(batchLengths).toEqual([BATCH_ROWS, 4464]);
    expect(metadata.sample).toBe('some');
  });

  it('splits 70/20/10, exact to one event in total', async () => {
    const { events, scaling, result } = await runStage(batches(1000, 1, 9));
    // 707, 202 and 101 exactly.
    expect(sizes(events)).toEqual([707, 202, 101]);
    expect(scaling.events).toEqual({ train: 707, validation: 202, test: 101 });
    expect(result?.counts).toEqual({
      ...{ read: 1010, cuts: [], efficiency: { value: 1, error: 0 }, kept: 1010 },
      events: scaling.events,
    });
  });

  it('splits by the seed alone', async () => {
    const source = batches(3000);
    const [one, again, other] = [
      await runStage(source),
      await runStage(batches(1000, 2000)),
      await runStage(source, { seed: 2 }),
    ];
    expect(again.events).toEqual(one.events);
    expect(other.events.columns.split).not.toEqual(one.events.columns.split);
    expect(sizes(other.events)).toEqual(sizes(one.events));
    // Independent splits agree on 0.7² + 0.2² + 0.1² = 54 % of the events; 4 binomial σ.
    const pairs = one.events.columns.split.filter((k, i) => k === other.events.columns.split[i]);
    expect(Math.abs(pairs.length - 1620)).toBeLessThan(4 * Math.sqrt(3000 * 0.54 * 0.46));
  });

  it('writes the same bytes again', async () => {
    const [one, two] = [await runStage(batches(500)), await runStage(batches(500))];
    expect(readFileSync(one.path).equals(readFileSync(two.path))).toBe(true);
    expect(two.scaling).toEqual(one.scaling);
  });

  it('drops what the selection cuts, with counts that add up', async () => {
    const selection = { visible: { a: { ptMin: 100 } }, limit: 30 };
    const { events, result } = await runStage(batches(60, 60), { selection });
    const counts = result?.counts as { kept: number; cuts: { cut: string; events: number }[] };
    expect([events.length, counts.kept]).toEqual([30, 30]);
    expect(counts.cuts.map(({ cut }) => cut)).toEqual(['a pT ≥ 100 GeV']);
    // Those beyond the limit passed the cut as well.
    const source = someEvents(120).columns;
    const passes = (i: number): boolean =>
      ['a1', 'a2'].every((a) => Math.hypot(source[`${a}_px`][i], source[`${a}_py`][i]) >= 100);
    const passed = Array.from({ length: 120 }, (_, i) => i).filter(passes);
    expect(counts.cuts[0].events).toBe(passed.length);
    expect(passed.length).toBeGreaterThan(30);
    const { a1_px: x, a1_py: y, event } = events.columns;
    expect(Math.min(...x.map((px, i) => Math.hypot(px, y[i])))).toBeGreaterThanOrEqual(100);
    expect([...event]).toEqual([...event].sort((one, two) => one - two));
  });

  it('tells the weighted efficiency and leaves the cross-section of all events as it is', async () => {
    const source = batches(100);
    source[0].columns.weight.forEach((_, i) => (source[0].columns.weight[i] = i % 5 ? 1 : -1));
    const metadata = { crossSection: { value: 3.5, error: 0.1 } };
    const run = await runStage(source, { selection: { ptmissMin: 300 } }, { metadata });
    const { ptmiss_x: x, ptmiss_y: y, weight } = source[0].columns;
    const sum = (passes: (i: number) => boolean): number =>
      Array.from(weight).reduce((total, w, i) => (passes(i) ? total + w : total), 0);
    const expected = sum((i) => Math.hypot(x[i], y[i]) >= 300) / sum(() => true);
    const { efficiency } = run.result?.counts as { efficiency: { value: number; error: number } };
    expect(efficiency.value).toBeCloseTo(expected, 14);
    expect(efficiency.error).toBeGreaterThan(0);
    expect(run.metadata.crossSection).toEqual(metadata.crossSection);
  });

  it('writes which cuts were made into the file, after those it says were made before', async () => {
    const cuts = { visible: { a1: { ptMin: 100 } } };
    const before = [{ ptmissMin: 1 }];
    const source = batches(60);
    const run = await runStage(
      ...([
        source,
        { selection: { ...cuts, limit: 20 } },
        { metadata: { selections: before } },
      ] as const)
    );
    expect(run.metadata.selections).toEqual([...before, cuts]);
    const uncut = await runStage(source, { selection: { limit: 20 } });
    expect(uncut.metadata.selections).toBeUndefined();
  });

  it('hands on columns it does not know, and cuts on the measured momenta', async () => {
    const source = batches(60);
    const truth = source[0].columns.a1_px.map((px) => 1e4 - px);
    source[0] = { length: 60, columns: { ...source[0].columns, true_a1_px: truth } };
    const { events } = await runStage(source, { selection: { visible: { a1: { ptMin: 100 } } } });
    expect(events.length).toBeGreaterThan(0);
    expect(events.length).toBeLessThan(60);
    const { a1_px: x, a1_py: y, true_a1_px: kept } = events.columns;
    x.forEach((px, i) => expect([Math.hypot(px, y[i]) >= 100, kept[i]]).toEqual([true, 1e4 - px]));
  });

  it.each([
    [1, [1, 0, 0]],
    [2, [1, 1, 0]],
    [7, [5, 1, 1]],
  ])('splits %d events as %j', async (n, expected) => {
    expect(sizes((await runStage(batches(n))).events)).toEqual(expected);
  });
});

describe('scaling.json', () => {
  it('holds mean and standard deviation of the training events, each counted once whatever its weight', async () => {
    const source = batches(700, 700);
    source[0].columns.weight.fill(-0.5);
    const { events, scaling } = await runStage(source);
    const { columns } = events;
    expect(scaling.schemaVersion).toBe(1);
    expect(scaling.inputs.map(({ name }) => name)).toEqual([
      ...['a1', 'a2', 'b1', 'b2'].flatMap(momentumColumns),
      'ptmiss_x',
      'ptmiss_y',
    ]);
    for (const { name, mean, std } of scaling.inputs) {
      const training = Array.from(columns[name]).filter((_, i) => columns.split[i] === 0);
      const centre = training.reduce((sum, x) => sum + x, 0) / training.length;
      const squares = training.reduce((sum, x) => sum + (x - centre) ** 2, 0);
      expect(mean).toBeCloseTo(centre, 10);
      expect(std).toBeCloseTo(Math.sqrt(squares / training.length), 10);
    }
  });
});

describe('preprocess refuses', () => {
  it.each([
    ['a1_E', NaN, 'a number, not negative'],
    ['b2_E', -1, 'a number, not negative'],
    ['a2_px', Infinity, 'a finite number'],
    ['ptmiss_y', -Infinity, 'a finite number'],
    ['weight', NaN, 'a finite number'],
  ])('%s = %f, naming file and event', async (name, value, expected) => {
    const source = batches(10, 10);
    source[1].columns[name][3] = value;
    const error = await errorOf(runStage(source));
    expect(error.message).toMatch(/events\.arrow: event 13 has /);
    expect(error.message).toContain(
      `${name} = ${value}, expected ${expected}; mend or remove the event in its source and generate again.`
    );
    expect(error.exitCode).toBe(1);
  });

  it('a selection that keeps nothing', async () => {
    const error = await errorOf(runStage(batches(10), { selection: { ptmissMin: 1e6 } }));
    expect(error.message).toMatch(
      /events\.arrow: none of 10 events passes the selection; loosen the cuts under preprocess\.selection\.$/
    );
    expect(error.exitCode).toBe(1);
  });

  it.each([
    ['all', {}, -3, /weights of its 10 events sum to -30, expected more than 0; check the signs/],
    ['all', {}, 0, /weights of its 10 events sum to 0, expected more than 0; check the signs/],
    [
      'the selected',
      { selection: { limit: 2 } },
      2,
      /weights of the selected 2 events sum to -5, expected more than 0; loosen the cuts under preprocess\.selection or use more events\.$/,
    ],
  ])(
    'weights of %s events that do not sum to more than 0',
    async (_, settings, weight, sentence) => {
      const source = batches(10);
      source[0].columns.weight.fill(weight);
      if (weight === 2) source[0].columns.weight[1] = -7;
      const error = await errorOf(runStage(source, settings));
      expect(error.message).toMatch(sentence);
      expect(error.exitCode).toBe(1);
    }
  );

  it('a split that trains on nothing', async () => {
    const error = await errorOf(runStage(batches(2), { split: [0.1, 0.5, 0.4] }));
    expect(error.message).toMatch(/2 selected events leave none for training, expected at least 1/);
  });

  it('to go on when it is told to stop', async () => {
    expect((await errorOf(runStage(batches(2), {}, { signal: AbortSignal.abort() }))).name).toBe(
      'AbortError'
    );
  });
});

describe('config of preprocess', () => {
  it('splits 70/20/10 if not told otherwise', () => {
    expect(config.parse({ seed: 1 })).toEqual({ seed: 1, split: [0.7, 0.2, 0.1] });
  });

  it.each([
    [{ split: [0.7, 0.2, 0.2] }, 'expected three fractions that sum to 1'],
    [{ split: [0, 0.5, 0.5] }, 'expected some events to train on'],
    [{ split: [0.5, 0.5] }, 'expected three fractions that sum to 1'],
    [{ selection: { visible: { a: 30 } } }, 'expected cuts, e.g. { ptMin: 30, etaMax: 2.5 }'],
    [{ seed: undefined }, 'Invalid input: expected number, received undefined'],
    [{ selection: { ptMin: 5 } }, 'Unrecognized key: "ptMin"'],
    [{ selection: { limit: 0 } }, 'Too small'],
    [{ selection: { visible: { c1: { ptMin: 5 } } } }, 'Unrecognized key: "c1"'],
    [{ selection: { visible: { a: { pTmin: 5 } } } }, 'Unrecognized key: "pTmin"'],
    [{ selection: { deltaRMin: 0.4 } }, 'expected pairs, e.g. { all: 0.4 }'],
    [{ selection: { deltaRMin: { ab: 0 } } }, 'Too small'],
  ])('finds fault with %j', (settings, expected) => {
    const { error } = config.safeParse({ seed: 1, ...settings });
    expect(error?.issues[0].message).toContain(expected);
  });
});

/** Rows in which two columns differ, at most five. */
function differences(one: ArrayLike<number>, two: ArrayLike<number>): number[] {
  const rows = Array.from(one, (value, i) => (value === two[i] ? -1 : i));
  return rows.filter((row) => row >= 0).slice(0, 5);
}
