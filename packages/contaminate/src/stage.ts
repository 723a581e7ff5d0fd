import { countSplits, openEvents, SPLITS, writeEvents } from '@deelema/events';
import type { EventBatch, EventFile } from '@deelema/events';
import { dealer, stream } from '@deelema/random';
import { defineStage, type StageContext } from '@deelema/stage';
import type { z } from 'zod';
import { config } from './config.mjs';
import { exchangeB } from './exchange.ts';

/**
 * Exchanges b1 and b2 in a fraction E_C of the events, exact to one event in each split.
 *
 * Numbers of events, not sums of weights: which b belongs to which a does not depend on a weight, so the
 * weighted fraction differs from E_C only by chance. What is exchanged are the measured b's; their true
 * momenta (`true_b1_E` …) stay with the branch they come from.
 *
 * @see Eq. (2) of PRR 5, 043186: E_C = wrong / (wrong + correct)
 */
export const stage = defineStage({
  name: 'contaminate',
  config,
  async run(context) {
    const file = await openEvents(context.inputs.preprocess.path('events'));
    try {
      const counts = await countSplits(file, context.signal);
      const totals = SPLITS.map((split) => counts[split]);
      const exchanged = totals.map((total) => Math.round(context.config.fraction * total));
      await writeExchanged(file, totals, exchanged, context);
      return { counts: { events: file.rows, splits: describe(totals, exchanged) } };
    } finally {
      await file.close();
    }
  },
});

async function writeExchanged(
  file: EventFile,
  totals: readonly number[],
  exchanged: readonly number[],
  { config: { seed }, out, progress, signal }: StageContext<z.output<typeof config>>
): Promise<void> {
  const dealers = SPLITS.map((name, split) =>
    dealer(stream(seed, 'contaminate', name), [totals[split] - exchanged[split], exchanged[split]])
  );
  async function* exchangedBatches(): AsyncGenerator<EventBatch> {
    for await (const batch of file.batches()) {
      signal.throwIfAborted();
      yield contaminated(batch, dealers);
      progress.add(batch.length);
    }
  }
  const columns = [...file.columnNames, 'exchanged'];
  progress.start('events', file.rows);
  await writeEvents(out.path('events'), { columns, ...file.metadata }, exchangedBatches());
}

function contaminated(batch: EventBatch, dealers: readonly (() => number)[]): EventBatch {
  const split = batch.columns.split as Uint8Array;
  const exchanged = split.map((k) => dealers[k]());
  exchangeB(batch, exchanged);
  return { length: batch.length, columns: { ...batch.columns, exchanged } };
}

function describe(totals: readonly number[], exchanged: readonly number[]): object {
  return Object.fromEntries(
    SPLITS.map((name, split) => [name, { events: totals[split], exchanged: exchanged[split] }])
  );
}
