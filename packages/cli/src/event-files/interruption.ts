const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** What whoever interrupted the work is told. */
export const INTERRUPTED = 'Interrupted; nothing half-written is left.';

/** Milliseconds that the work gets to stop by itself. */
const GRACE = 3000;

/**
 * Runs work that an interruption of the process ends.
 *
 * @param work The work, which watches the signal.
 * @returns Whether it was done, rather than interrupted.
 * @throws What the work throws, if it was not interrupted.
 */
export async function interruptible(
  work: (signal: AbortSignal) => Promise<void>
): Promise<boolean> {
  const controller = new AbortController();
  let grace: NodeJS.Timeout | undefined;
  const stop = (): void => {
    controller.abort();
    grace ??= setTimeout(() => {
      console.error(INTERRUPTED);
      process.exit(130);
    }, GRACE);
  };
  for (const name of SIGNALS) process.on(name, stop);
  try {
    await work(controller.signal);
    return true;
  } catch (error) {
    if (controller.signal.aborted) return false;
    throw error;
  } finally {
    clearTimeout(grace);
    for (const name of SIGNALS) process.off(name, stop);
  }
}
