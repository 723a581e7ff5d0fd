import { ConfigError, projectName, type Kind } from '@deelema/workflow';
import { createProgress, type ProgressReporter } from './progress.ts';
import { runStage } from './run-stage.ts';

/** Milliseconds a stage gets to stop by itself before its process ends. */
const GRACE = 3000;

/**
 * `run-stage <dataset|pipeline|study> <name> <stage>`, in the workspace's folder.
 *
 * @param words Arguments of the command line.
 * @returns The exit code: 0 done, 1 failed, 2 wrong usage or configuration, 130 interrupted.
 */
export async function main(words: readonly string[]): Promise<number> {
  const [kind = '', name = '', stage = ''] = words;
  const progress = createProgress(`${projectName(kind as Kind, name)}:${stage}`);
  const interruption = onSignal();
  const forget = onEarlyEnd(stage, progress);
  try {
    if (!isKind(kind)) throw new ConfigError(USAGE);
    const workers = workersFromEnvironment();
    const options = { progress, signal: interruption.signal, ...(workers ? { workers } : {}) };
    const outcome = await runStage({ root: process.cwd(), kind, name, stage }, options);
    progress.close();
    progress.log(outcome);
    return 0;
  } catch (error) {
    progress.close();
    if (interruption.signal.aborted) {
      progress.log('interrupted; nothing half-written is left.');
      return 130;
    }
    return report(error);
  } finally {
    forget();
    interruption.dispose();
  }
}

const USAGE =
  'Usage: run-stage <dataset|pipeline|study> <name> <stage>, in the folder of the workspace.';

function isKind(word: string): word is Kind {
  return ['dataset', 'pipeline', 'study'].includes(word);
}

/** An error meant for the user is printed as its sentence; any other is a bug and keeps its stack. */
function report(error: unknown): number {
  const { exitCode, message, stack } = error as Error & { exitCode?: unknown };
  console.error(typeof exitCode === 'number' ? message : stack);
  return typeof exitCode === 'number' ? exitCode : 1;
}

/** What has to be said when the process ends in the middle of a stage; returns how to take it back. */
function onEarlyEnd(stage: string, progress: ProgressReporter): () => void {
  const close = (): void => progress.close();
  const onExit = (code: number): void => {
    close();
    // A stage that ends the process would otherwise pass for one that has done its work.
    if (code !== 0) return;
    console.error(`${stage} ended the process before it was done; nothing was kept.`);
    process.exitCode = 1;
  };
  process.once('exit', onExit);
  // Node prints the stack of such an error by itself.
  process.once('uncaughtExceptionMonitor', close);
  return () => {
    process.off('exit', onExit);
    process.off('uncaughtExceptionMonitor', close);
  };
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
