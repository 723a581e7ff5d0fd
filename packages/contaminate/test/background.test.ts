import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { config } from '../src/config.mjs';
import type { EventRun } from '../../../test/support/run-over-events.ts';
import { batches, COLUMNS, runStage, someEvents } from './support/run-stage.ts';

const BACKGROUND = { fraction: 0.3, seed: 5 };

/** Number of events of each split in which a flag is set. */
function bySplit(run: EventRun, flag: string): number[] {
  const counts = [0, 0, 0];
  for (const { columns } of run.batches) {
    columns.split.forEach((split, i) => (counts[split] += columns[flag][i]));
  }
  return counts;
}

function flags(run: EventRun, name: string): number[] {
  return run.batches.flatMap(({ columns }) => Array.from(columns[name]));
}

describe('contaminate with background', () => {
  it.each([
    [0, [0, 0, 0], [140, 40, 20]],
    [0.1, [70, 20, 10], [126, 36, 18]],
    [0.5, [350, 100, 50], [70, 20, 10]],
    [1, [700, 200, 100], [0, 0, 0]],
  ])('replaces exactly %f of each split and exchanges E_C of the rest', async (f, mixed, ex) => {
    const background = { fraction: f, seed: 5 };
    const run = await runStage(batches(400, 1, 599), { fraction: 0.2, background });
    expect(bySplit(run, 'background')).toEqual(mixed);
    expect(bySplit(run, 'exchanged')).toEqual(ex);
    const shares = (k: number, events: number) => ({
      ...{ events, background: mixed[k], exchanged: ex[k] },
    });
    expect(run.result?.counts).toMatchObject({
      events: 1000,
      splits: { train: shares(0, 700), validation: shares(1, 200), test: shares(2, 100) },
    });
  });

  it.each([1, 2, 3, 7, 13, 24])('is exact to one event in each split of %d events', async (n) => {
    const run = await runStage(batches(n), { background: BACKGROUND });
    const sizes = [0, 0, 0];
    run.batches[0].columns.split.forEach((split) => (sizes[split] += 1));
    bySplit(run, 'background').forEach((count, k) => {
      expect(Math.abs(count - 0.3 * sizes[k])).toBeLessThan(1);
    });
  });

  it('exchanges no background, replaces it and leaves the rest as it was', async () => {
    const run = await runStage(batches(300), { fraction: 0, background: BACKGROUND });
    const [{ columns }] = run.batches;
    const source = someEvents(300).columns;
    for (const name of COLUMNS) {
      columns[name].forEach((value, i) => {
        if (columns.background[i] === 0) expect(value).toBe(source[name][i]);
      });
    }
    const replaced = columns.a1_px.filter((px, i) => px !== source.a1_px[i]).length;
    expect(replaced).toBe(90);
    const both = await runStage(batches(300), { fraction: 0.5, background: BACKGROUND });
    const twice = flags(both, 'background').filter((x, i) => x * flags(both, 'exchanged')[i] > 0);
    expect(twice).toEqual([]);
  });

  it('writes nothing else without the setting: neither column nor counts', async () => {
    const run = await runStage(batches(100), { fraction: 0.2 });
    expect(Object.keys(run.batches[0].columns)).toEqual([...COLUMNS, 'exchanged']);
    expect(run.result?.counts).toEqual({
      events: 100,
      splits: {
        train: { events: 70, exchanged: 14 },
        validation: { events: 20, exchanged: 4 },
        test: { events: 10, exchanged: 2 },
      },
    });
  });

  it('chooses the exchanged events as it does without a background of no events', async () => {
    const none = { fraction: 0, seed: 5 };
    const [plain, with0] = [
      await runStage(batches(200), { fraction: 0.2 }),
      await runStage(batches(200), { fraction: 0.2, background: none }),
    ];
    expect(flags(with0, 'exchanged')).toEqual(flags(plain, 'exchanged'));
  });

  it('chooses by its own seed, not by the batches, and writes the same bytes again', async () => {
    const run = (seed: number, ...lengths: number[]) =>
      runStage(batches(...lengths), { fraction: 0.2, background: { fraction: 0.3, seed } });
    const [one, again, cut, other] = [
      await run(5, 500),
      await run(5, 500),
      await run(5, 100, 399, 1),
      await run(6, 500),
    ];
    expect(readFileSync(one.path).equals(readFileSync(again.path))).toBe(true);
    expect(flags(cut, 'background')).toEqual(flags(one, 'background'));
    expect(flags(other, 'background')).not.toEqual(flags(one, 'background'));
  });

  it('counts what it had to mix of less than four events', async () => {
    const all = { fraction: 1, seed: 5 };
    const run = await runStage(batches(10, 3), { background: all });
    expect(run.result?.counts).toMatchObject({ mixedOfTooFew: 3 });
    const enough = await runStage(batches(10, 4), { background: all });
    expect(enough.result?.counts).toMatchObject({ mixedOfTooFew: 0 });
  });
});

describe('config of contaminate', () => {
  it('has no background unless it is asked for', () => {
    expect(config.parse({ fraction: 0.1, seed: 1 })).toEqual({ fraction: 0.1, seed: 1 });
  });

  it.each([
    [{ fraction: 1.1, seed: 1 }, 'Too big'],
    [{ fraction: 0.1 }, 'expected number, received undefined'],
    [{ fraction: 0.1, seed: 1, kind: 'mixed' }, 'Unrecognized key: "kind"'],
  ])('finds fault with background %j', (background, expected) => {
    const settings = { fraction: 0.1, seed: 1, background };
    expect(config.safeParse(settings).error?.issues[0].message).toContain(expected);
  });
});
