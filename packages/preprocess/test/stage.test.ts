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
    expect(result?.counts).toEqual({ read: 1010, kept: 1010, dropped: {}, events: scaling.events });
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
    const counts = result?.counts as { kept: number; dropped: Record<string, number> };
    expect(events.length).toBe(30);
    expect(counts.kept).toBe(30);
    const dropped = Object.values(counts.dropped).reduce((sum, n) => sum + n, 0);
    expect(dropped).toBe(90);
    expect(Object.keys(counts.dropped)).toEqual(['a pT < 100 GeV', 'more than 30 events']);
    const { a1_px: x, a1_py: y, event } = events.columns;
    expect(Math.min(...x.map((px, i) => Math.hypot(px, y[i])))).toBeGreaterThanOrEqual(100);
    expect([...event]).toEqual([...event].sort((one, two) => one - two));
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
  it('holds mean and standard deviation of the training events, in two passes over all of them', async () => {
    const { events, scaling } = await runStage(batches(700, 700));
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

  it('a split that trains on nothing', async () => {
    const error = await errorOf(runStage(batches(2), { split: [0.1, 0.5, 0.4] }));
    expect(error.message).toMatch(/2 selected events leave none for training, expected at least 1/);
  });

  it('to go on when it is told to stop', async () => {
    expect((await errorOf(runStage(batches(2), {}, AbortSignal.abort()))).name).toBe('AbortError');
  });
});

describe('config of preprocess', () => {
  it('splits 70/20/10 if not told otherwise', () => {
    expect(config.parse({ seed: 1 })).toEqual({ seed: 1, split: [0.7, 0.2, 0.1] });
  });

  it.each([
    [{ split: [0.7, 0.2, 0.2] }, 'expected three fractions that sum to 1'],
    [{ split: [0, 0.5, 0.5] }, 'expected some events to train on'],
    [{ split: [0.5, 0.5] }, 'Too small'],
    [{ seed: undefined }, 'Invalid input: expected number, received undefined'],
    [{ selection: { ptMin: 5 } }, 'Unrecognized key: "ptMin"'],
    [{ selection: { limit: 0 } }, 'Too small'],
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
