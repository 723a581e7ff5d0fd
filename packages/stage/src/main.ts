import { ConfigError, projectName, type Kind } from '@deelema/workflow';
import { createProgress } from './progress.ts';
import { runStage } from './run-stage.ts';

/** Milliseconds a stage gets to stop by itself before its process ends. */
const GRACE = 3000;

/**
 * `run-stage <dataset|pipeline> <name> <stage>`, in the workspace's folder.
 *
 * @param words Arguments of the command line.
 * @returns The exit code: 0 done, 1 failed, 2 wrong usage or configuration, 130 interrupted.
 */
export async function main(words: readonly string[]): Promise<number> {
  const [kind = '', name = '', stage = ''] = words;
  const progress = createProgress(`${projectName(kind as Kind, name)}:${stage}`);
  const interruption = onSignal();
  // A stage that ends the process would otherwise pass for one that has done its work.
  const onExit = (code: number): void => {
    if (code !== 0) return;
    console.error(`${stage} ended the process before it was done; nothing was kept.`);
    process.exitCode = 1;
  };
  process.once('exit', onExit);
  try {
    if (kind !== 'dataset' && kind !== 'pipeline') throw new ConfigError(USAGE);
    const workers = workersFromEnvironment();
    const options = { progress, signal: interruption.signal, ...(workers ? { workers } : {}) };
    progress.log(await runStage({ root: process.cwd(), kind, name, stage }, options));
    return 0;
  } catch (error) {
    if (interruption.signal.aborted) {
      progress.log('interrupted; nothing half-written is left.');
      return 130;
    }
    return report(error);
  } finally {
    process.off('exit', onExit);
    interruption.dispose();
  }
}

const USAGE = 'Usage: run-stage <dataset|pipeline> <name> <stage>, in the folder of the workspace.';

/** An error meant for the user is printed as its sentence; any other is a bug and keeps its stack. */
function report(error: unknown): number {
  const { exitCode, message, stack } = error as Error & { exitCode?: unknown };
  console.error(typeof exitCode === 'number' ? message : stack);
  return typeof exitCode === 'number' ? exitCode : 1;
}

/** Aborts on SIGINT, SIGTERM and SIGHUP; a stage that does not stop in time is ended. */
function onSignal(): { signal: AbortSignal; dispose(): void } {
  const controller = new AbortController();
  const stop = (): void => {
    controller.abort();
    setTimeout(() => process.exit(130), GRACE).unref();
  };
  const names = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const name of names) process.on(name, stop);
  return {
    signal: controller.signal,
    dispose: () => names.forEach((name) => process.off(name, stop)),
  };
}

/** `DEELEMA_WORKERS`: how many worker threads a stage may use. It never changes a result. */
function workersFromEnvironment(): number | undefined {
  const text = process.env.DEELEMA_WORKERS;
  if (text === undefined || text === '') return undefined;
  const workers = Number(text);
  if (!Number.isInteger(workers) || workers < 1) {
    throw new ConfigError(`DEELEMA_WORKERS is "${text}": expected a whole number from 1.`);
  }
  return workers;
}
