import { availableParallelism, cpus } from 'node:os';
import type { Forecast } from './forecast.ts';

/**
 * A forecast for programs; seconds and bytes.
 *
 * @param forecast Of a run.
 * @returns JSON.
 */
export function forecastJson({ tasks, totals }: Forecast): string {
  const { bytes, freeBytes, ...sums } = totals;
  const document = {
    tasks: tasks.map(({ task: { kind, name, stage, folder }, expected, tookBefore }) => ({
      ...{ kind, name, stage, folder },
      state: expected ? 'to run' : 'up to date',
      ...(expected && { expected }),
      ...(tookBefore !== undefined && { tookBefore }),
    })),
    totals: { ...sums, bytes, cacheBytes: bytes, freeBytes, enoughSpace: 2 * bytes <= freeBytes },
    machine: { cores: availableParallelism(), processor: cpus()[0]?.model ?? null },
  };
  return JSON.stringify(document, undefined, 2);
}
