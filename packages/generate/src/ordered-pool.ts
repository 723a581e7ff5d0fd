import { Worker, type WorkerOptions } from 'node:worker_threads';

/** What {@link mapInWorkers} runs and how. */
export interface PoolSettings {
  /** Module each worker thread runs; it answers every task with `answerTasks`. */
  readonly script: URL;
  /** Handed to each worker as `workerData`. */
  readonly workerData: unknown;
  /** Number of threads. */
  readonly workers: number;
}
