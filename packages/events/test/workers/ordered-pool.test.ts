import { setTimeout } from 'node:timers/promises';
import { describe, expect, it, vi } from 'vitest';
import { mapInWorkers } from '../../src/workers/ordered-pool.ts';

interface Answer {
  readonly task: number;
  readonly square: number;
}

const script = new URL('./answering-worker.mjs', import.meta.url);

/** The tasks 0, 1, …, n − 1; `taken` receives how many have been asked for. */
function* tasks(n: number, taken = { count: 0 }): Generator<number> {
  for (let k = 0; k < n; ++k, ++taken.count) yield k;
}

async function collect(count: number, workers: number, workerData: object = {}): Promise<number[]> {
  const squares: number[] = [];
  for await (const { square } of mapInWorkers<number, Answer>(tasks(count), {
    script,
    workerData,
    workers,
  })) {
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

  it('throws what a thread throws, and no answer out of turn', async () => {
    const squares: number[] = [];
    const settings = { script, workerData: { throwAt: 4 }, workers: 2 };
    const answers = mapInWorkers<number, Answer>(tasks(9), settings);
    const all = (async () => {
      for await (const { square } of answers) squares.push(square);
    })();
    await expect(all).rejects.toThrow('task 4 is too hard');
    // A thread that fails takes its open answers with it, at most those asked ahead.
    expect(squares).toEqual([0, 1, 4, 9].slice(0, squares.length));
  });

  it('says so if a thread ends by itself', async () => {
    await expect(collect(9, 2, { exitAt: 3 })).rejects.toThrow(
      'A worker thread ended with code 3 before its work was done.'
    );
  });

  it('ends its threads when the iteration is left early', async () => {
    const beats = new Int32Array(new SharedArrayBuffer(4));
    const workerData = { beats };
    for await (const { task } of mapInWorkers<number, Answer>(tasks(99), {
      script,
      workerData,
      workers: 2,
    })) {
      if (task === 3) break;
    }
    const before = beats[0];
    await setTimeout(50);
    expect(before).toBeGreaterThan(0);
    expect(beats[0]).toBe(before);
  });

  it('ends threads that are busy when it is aborted, and throws the reason', async () => {
    const begun = new Int32Array(new SharedArrayBuffer(4));
    const controller = new AbortController();
    const { signal } = controller;
    const settings = { script, workerData: { begun, stallAt: 0 }, workers: 2, signal };
    const first = mapInWorkers<number, Answer>(tasks(99), settings).next();
    // Task 2 waits behind task 0; threads that have begun are busy for good, or done.
    await vi.waitUntil(() => begun[0] >= 3, { timeout: 20_000 });
    controller.abort(new Error('interrupted'));
    await expect(first).rejects.toThrow('interrupted');
  });

  it('asks nothing of a thread when it is aborted before', async () => {
    const taken = { count: 0 };
    const signal = AbortSignal.abort(new Error('never begun'));
    const settings = { script, workerData: {}, workers: 2, signal };
    const first = mapInWorkers<number, Answer>(tasks(99, taken), settings).next();
    await expect(first).rejects.toThrow('never begun');
    expect(taken.count).toBe(0);
  });

  it('works no more than two tasks per thread ahead of a slow consumer', async () => {
    const begun = new Int32Array(new SharedArrayBuffer(4));
    const taken = { count: 0 };
    const settings = { script, workerData: { begun }, workers: 2 };
    const answers = mapInWorkers<number, Answer>(tasks(99, taken), settings);
    await answers.next();
    await vi.waitUntil(() => begun[0] >= 4, { timeout: 20_000 });
    await setTimeout(50);
    expect(begun[0]).toBe(4);
    expect(taken.count).toBeLessThanOrEqual(4);
    await answers.return(undefined);
  });

  it('throws what the source of the tasks throws, and ends that when it is left early', async () => {
    let ended = false;
    async function* source(): AsyncGenerator<number> {
      try {
        yield* [0, 1, 2];
        await setTimeout(1);
        throw new Error('no more tasks');
      } finally {
        ended = true;
      }
    }
    const settings = { script, workerData: {}, workers: 1 };
    const all = (async () => {
      const answers = mapInWorkers<number, Answer>(source(), settings);
      while (!(await answers.next()).done);
    })();
    await expect(all).rejects.toThrow('no more tasks');
    ended = false;
    for await (const answer of mapInWorkers<number, Answer>(source(), settings)) {
      expect(answer.task).toBe(0);
      break;
    }
    expect(ended).toBe(true);
  });
});
