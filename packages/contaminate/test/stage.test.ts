import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { BATCH_ROWS, momentumColumns, type EventBatch } from '@deelema/events';
import { config } from '../src/config.mjs';
import type { EventRun } from '../../../test/support/run-over-events.ts';
import { batches, COLUMNS, runStage, someEvents } from './support/run-stage.ts';

const EXCHANGED_NAMES = new Set(['b1', 'b2'].flatMap(momentumColumns));

/** Number of exchanged events of each split. */
function exchangedBySplit(run: EventRun): number[] {
  const counts = [0, 0, 0];
  for (const { columns } of run.batches) {
    columns.split.forEach((split, i) => (counts[split] += columns.exchanged[i]));
  }
  return counts;
}

function exchangedRows({ columns }: EventBatch): number[] {
  return Array.from(columns.exchanged, (flag, i) => (flag === 1 ? i : -1)).filter((i) => i >= 0);
}

describe('contaminate', () => {
  it.each([
    [0, [0, 0, 0]],
    [0.1, [70, 20, 10]],
    [0.2, [140, 40, 20]],
    [0.5, [350, 100, 50]],
    [1, [700, 200, 100]],
  ])('exchanges exactly E_C = %f of each split', async (fraction, expected) => {
    const run = await runStage(batches(400, 1, 599), { fraction });
    expect(exchangedBySplit(run)).toEqual(expected);
    expect(run.result?.counts).toEqual({
      events: 1000,
      splits: {
        train: { events: 700, exchanged: expected[0] },
        validation: { events: 200, exchanged: expected[1] },
        test: { events: 100, exchanged: expected[2] },
      },
    });
  });

  it('counts events, not weights', async () => {
    const weighted = (): EventBatch[] => {
      const source = batches(1000);
      source[0].columns.weight.forEach((_, i) => (source[0].columns.weight[i] = i % 4 ? 3 : -1));
      return source;
    };
    const run = await runStage(weighted(), { fraction: 0.2 });
    expect(exchangedBySplit(run)).toEqual([140, 40, 20]);
    const plain = await runStage(batches(1000), { fraction: 0.2 });
    expect(run.batches[0].columns.exchanged).toEqual(plain.batches[0].columns.exchanged);
  });

  it.each([1, 2, 3, 7, 13, 24])('is exact to one event in each split of %d events', async (n) => {
    const run = await runStage(batches(n), { fraction: 0.3 });
    const sizes = [0, 0, 0];
    run.batches[0].columns.split.forEach((split) => (sizes[split] += 1));
    exchangedBySplit(run).forEach((count, k) => {
      expect(Math.abs(count - 0.3 * sizes[k])).toBeLessThan(1);
    });
  });

  it('exchanges b1 and b2 there and touches nothing else, neither their truth nor weights', async () => {
    const run = await runStage(batches(300, 700), { fraction: 0.2 });
    const source = batches(300, 700);
    run.batches.forEach(({ columns }, k) => {
      for (const name of COLUMNS) {
        const partner = EXCHANGED_NAMES.has(name)
          ? name.replace(/\d/, (d) => `${3 - Number(d)}`)
          : name;
        const expected = source[k].columns[name].map((value, i) =>
          columns.exchanged[i] === 1 ? source[k].columns[partner][i] : value
        );
        expect(columns[name]).toEqual(expected);
      }
    });
    expect(Object.keys(run.batches[0].columns)).toEqual([...COLUMNS, 'exchanged']);
    expect(run.metadata.sample).toBe('some');
  });

  it('keeps batches as they are, also full ones', async () => {
    const run = await runStage(batches(BATCH_ROWS, 10), { fraction: 0.5 });
    expect(run.batches.map(({ length }) => length)).toEqual([BATCH_ROWS, 10]);
    expect(run.batches[1].columns.event).toEqual(someEvents(10, BATCH_ROWS).columns.event);
  });

  it('spreads the exchanged events over the file', async () => {
    const [{ columns }] = (await runStage(batches(10_000), { fraction: 0.5 })).batches;
    const half = columns.exchanged.subarray(0, 5000).filter((flag) => flag === 1).length;
    // 2500 expected; hypergeometric σ = √(5000 · ½ · ½ · ½) = 25; 4 of them.
    expect(Math.abs(half - 2500)).toBeLessThan(100);
  });

  it('chooses by the seed, not by the batches', async () => {
    const run = async (seed: number, ...lengths: number[]): Promise<number[]> => {
      const { batches: written } = await runStage(batches(...lengths), { fraction: 0.2, seed });
      return written.flatMap(({ columns }) => [...columns.exchanged]);
    };
    const one = await run(1, 500);
    expect(await run(1, 100, 399, 1)).toEqual(one);
    expect(await run(2, 500)).not.toEqual(one);
  });

  it('writes the same bytes again', async () => {
    const [one, two] = [
      await runStage(batches(50), { fraction: 0.2 }),
      await runStage(batches(50), { fraction: 0.2 }),
    ];
    expect(readFileSync(one.path).equals(readFileSync(two.path))).toBe(true);
  });

  it('has nothing to exchange at E_C = 0, whatever the seed', async () => {
    const [one, two] = [
      await runStage(batches(50), { fraction: 0 }),
      await runStage(batches(50), { fraction: 0, seed: 2 }),
    ];
    expect(exchangedRows(one.batches[0])).toEqual([]);
    expect(readFileSync(one.path).equals(readFileSync(two.path))).toBe(true);
  });

  it('names file and event of an unknown split', async () => {
    const source = batches(10, 10);
    source[1].columns.split[4] = 7;
    await expect(runStage(source, { fraction: 0.1 })).rejects.toThrow(
      /events\.arrow: event 14 has split = 7, expected 0, 1 or 2; run preprocess again\.$/
    );
  });

  it('stops when it is told to', async () => {
    const run = runStage(batches(10), { fraction: 0.1 }, AbortSignal.abort());
    await expect(run).rejects.toThrow(/aborted/);
  });
});

describe('config of contaminate', () => {
  it.each([
    [{ fraction: 1.1, seed: 1 }, 'Too big'],
    [{ fraction: -0.1, seed: 1 }, 'Too small'],
    [{ fraction: 0.1 }, 'expected number, received undefined'],
    [{ fraction: 0.1, seed: 1.5 }, 'expected int'],
    [{ fraction: 0.1, seed: 1, E_C: 1 }, 'Unrecognized key: "E_C"'],
  ])('finds fault with %j', (settings, expected) => {
    expect(config.safeParse(settings).error?.issues[0].message).toContain(expected);
  });
});
