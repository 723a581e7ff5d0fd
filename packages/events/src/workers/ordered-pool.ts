import { WorkerThread } from './worker-thread.ts';

/** What {@link mapInWorkers} runs and on how many threads. */
export interface PoolSettings {
  /** Module each thread runs: it answers every task it is sent with one message, in turn. */
  readonly script: URL;
  /** Handed to each thread as `workerData`. */
  readonly workerData: unknown;
  /** Largest number of threads; none is started before there is a task for it. */
  readonly workers: number;
  /** Ends the threads at once when it is aborted, whatever they are doing. */
  readonly signal?: AbortSignal | undefined;
}

/** Tasks handed to each thread ahead of time, so that none waits for its answer to be consumed. */
const TASKS_AHEAD = 2;

/**
 * How many answers of one thread may be in use: when it gets a task, the consumer has asked for the
 * second answer after the one that it gave to its task this many tasks ago.
 */
export const ANSWERS_IN_USE = TASKS_AHEAD + 1;

/**
 * Works on tasks in worker threads and gives the answers in the order of the tasks.
 *
 * Task k, from 0, goes to thread k mod `workers`. No more than two answers per thread are made ahead
 * of the consumer, so memory stays bounded however slow it is. The threads end with the iteration,
 * also when it is left early.
 *
 * @param tasks What each thread is sent; copied into it.
 * @param settings Script, its data and number of threads.
 * @throws What a thread or `tasks` throws; an Error if a thread ends by itself.
 * @throws The signal's reason if it is aborted.
 */
export async function* mapInWorkers<Task, Answer>(
  tasks: AsyncIterable<Task> | Iterable<Task>,
  { script, workerData, workers, signal }: PoolSettings
): AsyncGenerator<Answer> {
  const threads: WorkerThread[] = [];
  const answers: Promise<unknown>[] = [];
  let asked = 0;
  const stop = (): void => void endAll(threads, asError(signal?.reason));
  const ask = (task: Task): void => {
    signal?.throwIfAborted();
    const thread = (threads[asked++ % workers] ??= new WorkerThread(script, workerData));
    const answer = thread.ask(task);
    // It is awaited in its turn; until then a failure must not count as unhandled.
    answer.catch(() => undefined);
    answers.push(answer);
  };
  signal?.addEventListener('abort', stop);
  try {
    for await (const task of tasks) {
      ask(task);
      if (answers.length >= TASKS_AHEAD * workers) yield (await answers.shift()) as Answer;
    }
    while (answers.length > 0) yield (await answers.shift()) as Answer;
  } finally {
    signal?.removeEventListener('abort', stop);
    await endAll(threads);
  }
}

async function endAll(threads: readonly WorkerThread[], reason?: Error): Promise<void> {
  await Promise.all(threads.map((thread) => thread.end(reason)));
}

/** Whatever a signal was aborted with. */
function asError(reason: unknown): Error {
  return reason instanceof Error
    ? reason
    : new Error('The work was interrupted.', { cause: reason });
}
