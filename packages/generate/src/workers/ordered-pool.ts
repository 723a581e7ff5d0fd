import { WorkerThread } from './worker-thread.ts';

/** What {@link mapInWorkers} runs and on how many threads. */
export interface PoolSettings {
  /** Module each thread runs: it answers every number it is sent with one message, in turn. */
  readonly script: URL;
  /** Handed to each thread as `workerData`. */
  readonly workerData: unknown;
  /** Number of threads. */
  readonly workers: number;
}

/** Tasks handed to each thread ahead of time, so that none waits for its answer to be consumed. */
const TASKS_AHEAD = 2;

/**
 * How many answers of one thread may be in use: when it gets a task, the consumer has asked for the
 * second answer after the one that it gave to its task this many tasks ago.
 */
export const ANSWERS_IN_USE = TASKS_AHEAD + 1;

/**
 * Works on tasks 0, 1, …, n − 1 in worker threads and gives the answers in that order.
 *
 * Task k goes to thread k mod `workers`. No more than two answers per thread are made ahead of the
 * consumer, so memory stays bounded however slow it is. The threads end with the iteration, also
 * when it is left early.
 *
 * @param count Number of tasks n.
 * @param settings Script, its data and number of threads.
 * @throws What a thread throws; an Error if one ends by itself.
 */
export async function* mapInWorkers<Answer>(
  count: number,
  { script, workerData, workers }: PoolSettings
): AsyncGenerator<Answer> {
  const size = Math.min(workers, count);
  const threads = Array.from({ length: size }, () => new WorkerThread(script, workerData));
  const answers: Promise<unknown>[] = [];
  let asked = 0;
  const ask = (): void => {
    const answer = threads[asked % size].ask(asked);
    // It is awaited in its turn; until then a failure must not count as unhandled.
    answer.catch(() => undefined);
    answers.push(answer);
    asked += 1;
  };
  try {
    for (let next = 0; next < count; ++next) {
      while (asked < Math.min(count, next + TASKS_AHEAD * size)) ask();
      yield (await answers.shift()) as Answer;
    }
  } finally {
    await Promise.all(threads.map((thread) => thread.end()));
  }
}
