import { allocateColumn, countSplits, openEvents, SPLITS, writeEvents } from '@deelema/events';
import type { EventBatch, EventFile } from '@deelema/events';
import { stream, type RandomStream } from '@deelema/random';
import { defineStage, type StageContext } from '@deelema/stage';
import { chooser, sharesOf, type Choice, type Share } from './choice.ts';
import type { ContaminateConfig } from './config-types.ts';
import { config } from './config.mjs';
import { exchangeB } from './exchange.ts';
import { mixEvents } from './mix-events.ts';

/** Fewer have no four different events to mix. */
const ENOUGH = 4;

/**
 * Exchanges b1 and b2 in a fraction E_C of the events, exact to one event in each split, after it has replaced
 * another fraction by background, if asked to.
 *
 * Numbers of events, not sums of weights: which b belongs to which a does not depend on a weight, so the
 * weighted fraction differs from E_C only by chance. What is exchanged are the measured b's; their true
 * momenta (`true_b1_E` …) stay with the branch they come from. E_C counts antlers only: background has no
 * right pairing.
 *
 * @see Eq. (2) of PRR 5, 043186: E_C = wrong / (wrong + correct); `mixEvents` for the background
 */
export const stage = defineStage({
  name: 'contaminate',
  config,
  async run(context) {
    const file = await openEvents(context.inputs.preprocess.path('events'));
    try {
      const counts = await countSplits(file, context.signal);
      const shares = sharesOf(
        SPLITS.map((split) => counts[split]),
        context.config
      );
      const mixedOfTooFew = await writeContaminated(file, shares, context);
      const mixing = context.config.background ? { mixedOfTooFew } : {};
      return { counts: { events: file.rows, splits: describe(shares, context.config), ...mixing } };
    } finally {
      await file.close();
    }
  },
});

/** @returns The number of background events that are not of four different events. */
async function writeContaminated(
  file: EventFile,
  shares: readonly Share[],
  { config: settings, out, progress, signal }: StageContext<ContaminateConfig>
): Promise<number> {
  const choose = chooser(shares, settings);
  let [block, mixedOfTooFew] = [0, 0];
  async function* contaminatedBatches(): AsyncGenerator<EventBatch> {
    for await (const batch of file.batches()) {
      signal.throwIfAborted();
      const choice = choose(batch.columns.split as Uint8Array);
      if (batch.length < ENOUGH) mixedOfTooFew += choice.background.reduce((n, x) => n + x, 0);
      yield contaminated(batch, choice, settings, block++);
      progress.add(batch.length);
    }
  }
  const added = settings.background ? ['background', 'exchanged'] : ['exchanged'];
  const columns = [...file.columnNames, ...added];
  progress.start('events', file.rows);
  await writeEvents(out.path('events'), { columns, ...file.metadata }, contaminatedBatches());
  return mixedOfTooFew;
}

function contaminated(
  batch: EventBatch,
  { background, exchanged }: Choice,
  { background: mixing }: ContaminateConfig,
  block: number
): EventBatch {
  const { length, columns } = mixing
    ? withBackground(batch, background, stream(mixing.seed, 'mixing', block))
    : batch;
  exchangeB({ length, columns }, exchanged);
  return { length, columns: { ...columns, exchanged } };
}

function withBackground(
  batch: EventBatch,
  background: Uint8Array,
  random: RandomStream
): EventBatch {
  const { length, columns } = mixEvents(batch, background, random);
  const flags = allocateColumn('background', length);
  flags.set(background);
  return { length, columns: { ...columns, background: flags } };
}

function describe(shares: readonly Share[], { background }: ContaminateConfig): object {
  return Object.fromEntries(
    SPLITS.map((name, split) => {
      const { events, exchanged, background: mixed } = shares[split];
      return [name, { events, exchanged, ...(background && { background: mixed }) }];
    })
  );
}
