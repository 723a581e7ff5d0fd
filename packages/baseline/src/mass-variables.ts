import type { EventBatch } from '@deelema/events';
import type { VariableName } from '@deelema/mass-variables';
import { MEASURED } from './antler-events.ts';
import { evaluateSlices } from './evaluate-slices.ts';
import type { VariableSettings } from './settings.ts';
import { joinSlices, slices, type OpenBatch } from './slices.ts';
import { columnsOf } from './variable-columns.ts';
import { SummaryOf, type VariableSummary } from './variable-summary.ts';

/** Takes the results: writes the named columns of all batches, in their order. */
export type ResultSink = (
  columns: readonly string[],
  batches: AsyncIterable<EventBatch>
) => Promise<unknown>;

/** How the work is done; nothing in here changes the result. */
export interface RunOptions {
  /** Number of threads; 1 if omitted. */
  readonly workers?: number | undefined;
  /** Ends the work: at once with several threads, after some thousand events with one. */
  readonly signal?: AbortSignal | undefined;
  /** Is told the numbers of further events done. */
  readonly onProgress?: ((events: number) => void) | undefined;
}

/** What became of all events. */
export interface MassVariables {
  readonly events: number;
  readonly variables: Readonly<Partial<Record<VariableName, VariableSummary>>>;
}

/**
 * Mass variables of any number of events in flat memory: rows, order and batches stay as they are.
 *
 * An event with a component that is NaN or infinite, or with a visible particle that is spacelike
 * beyond rounding, keeps its row with NaN and is counted as `invalid input`.
 *
 * @param source Events with the columns `event`, `a1_E` … `b2_pz`, `ptmiss_x` and `ptmiss_y`; GeV.
 * @param settings Which variables, and at which trial masses.
 * @param sink Where the results go: `event` and the columns of each variable.
 * @param options Threads, interruption, progress.
 * @returns Numbers of events by status, and maxima.
 * @throws InputError if a column is missing.
 * @throws RangeError if a trial mass is missing, negative or not finite.
 * @throws Whatever `source` or `sink` throws; the signal's reason if it is aborted.
 */
export async function massVariables(
  source: AsyncIterable<EventBatch>,
  settings: VariableSettings,
  sink: ResultSink,
  { workers = 1, signal, onProgress }: RunOptions = {}
): Promise<MassVariables> {
  const summaries = settings.variables.map((name) => [name, new SummaryOf(name)] as const);
  const open: OpenBatch[] = [];
  let events = 0;
  async function* watched(results: AsyncIterable<EventBatch>): AsyncGenerator<EventBatch> {
    for await (const result of results) {
      signal?.throwIfAborted();
      for (const [, summary] of summaries) summary.add(result);
      events += result.length;
      onProgress?.(result.length);
      yield result;
    }
  }
  signal?.throwIfAborted();
  const results = evaluateSlices(slices(source, MEASURED, open), settings, { workers, signal });
  const columns = ['event', ...settings.variables.flatMap(columnsOf)];
  await sink(columns, joinSlices(watched(results), open));
  const variables = Object.fromEntries(summaries.map(([name, each]) => [name, each.summary()]));
  return { events, variables };
}
