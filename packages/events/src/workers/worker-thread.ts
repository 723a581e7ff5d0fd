import { Worker } from 'node:worker_threads';

interface Question {
  readonly resolve: (answer: unknown) => void;
  readonly reject: (reason: Error) => void;
}

/** A worker thread that answers tasks in the order they are sent. */
export class WorkerThread {
  readonly #worker: Worker;
  readonly #open: Question[] = [];
  #failure: Error | undefined;

  /**
   * @param script Module the thread runs.
   * @param workerData Its data.
   */
  constructor(script: URL, workerData: unknown) {
    // Compiled code needs no flags of the process; some, such as --conditions, would mislead it.
    this.#worker = new Worker(script, { workerData, execArgv: [] });
    this.#worker.on('message', (answer) => this.#open.shift()?.resolve(answer));
    this.#worker.on('error', (error: Error) => this.#fail(error));
    this.#worker.on('exit', (code) =>
      this.#fail(new Error(`A worker thread ended with code ${code} before its work was done.`))
    );
  }

  /**
   * Sends a task.
   *
   * @param task Anything that can be copied.
   * @returns What the thread answers.
   * @throws What the thread threw, now or earlier.
   */
  ask(task: unknown): Promise<unknown> {
    if (this.#failure !== undefined) return Promise.reject(this.#failure);
    return new Promise((resolve, reject) => {
      this.#open.push({ resolve, reject });
      this.#worker.postMessage(task);
    });
  }

  /**
   * Ends the thread, whatever it is doing.
   *
   * @param reason What its open tasks are rejected with; an Error that it ended if omitted.
   */
  async end(reason?: Error): Promise<void> {
    if (reason !== undefined) this.#fail(reason);
    await this.#worker.terminate();
  }

  #fail(reason: Error): void {
    this.#failure ??= reason;
    for (const { reject } of this.#open.splice(0)) reject(this.#failure);
  }
}
