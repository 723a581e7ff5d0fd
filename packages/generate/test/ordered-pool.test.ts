import { describe, expect, it } from 'vitest';
import { mapInWorkers } from '../src/ordered-pool.ts';

interface Answer {
  readonly task: number;
  readonly square: number;
}

const script = new URL('./support/answering-worker.mjs', import.meta.url);

async function collect(count: number, workers: number, workerData: object = {}): Promise<number[]> {
  const squares: number[] = [];
  for await (const { square } of mapInWorkers<Answer>(count, { script, workerData, workers })) {
    squares.push(square);
  }
  return squares;
}

describe('mapInWorkers', () => {
  it.each([1, 2, 3, 50])('answers in the order of the tasks with %d threads', async (workers) => {
    const expected = Array.from({ length: 11 }, (_, k) => k * k);
    expect(await collect(11, workers)).toEqual(expected);
  });

  it('has nothing to do for no tasks', async () => {
    expect(await collect(0, 4)).toEqual([]);
  });

  it('throws what a thread throws, after the answers before it', async () => {
    const squares: number[] = [];
    const tasks = mapInWorkers<Answer>(9, { script, workerData: { throwAt: 4 }, workers: 2 });
    const all = (async () => {
      for await (const { square } of tasks) squares.push(square);
    })();
    await expect(all).rejects.toThrow('task 4 is too hard');
    // A thread that fails takes its open answers with it, at most those asked ahead.
    expect([0, 1, 4, 9]).toEqual(expect.arrayContaining(squares));
  });

  it('says so if a thread ends by itself', async () => {
    await expect(collect(9, 2, { exitAt: 3 })).rejects.toThrow(
      'A worker thread ended with code 3 before its work was done.'
    );
  });

  it('ends its threads when the iteration is left early', async () => {
    const before = process.getActiveResourcesInfo().filter((name) => name === 'MessagePort').length;
    for await (const { task } of mapInWorkers<Answer>(99, { script, workerData: {}, workers: 2 })) {
      if (task === 3) break;
    }
    const after = process.getActiveResourcesInfo().filter((name) => name === 'MessagePort').length;
    expect(after).toBe(before);
  });
});
