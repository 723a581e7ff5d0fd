import { openEvents, writeEvents } from '@deelema/events';
import type { EventBatch, EventFile } from '@deelema/events';
import { mt2Columns } from '@deelema/mass-variables';
import { defineStage } from '@deelema/stage';
import type { StageContext } from '@deelema/stage';
import type { z } from 'zod';
import { antlerEvents, COLUMNS } from './antler-events.ts';
import { config } from './config.mjs';

/**
 * M_T2 of the subsystems (b) and (ab) of every event, row by row beside the events it is made of.
 *
 * An event with a component that is NaN or infinite has no M_T2: it stays in its row as NaN and is
 * counted as invalid.
 */
export const stage = defineStage({
  name: 'baseline',
  config,
  async run(context) {
    const file = await openEvents(context.inputs.contaminate.path('events'));
    try {
      const invalid = await writeMassVariables(file, context);
      return { counts: { events: file.rows, invalid } };
    } finally {
      await file.close();
    }
  },
});

async function writeMassVariables(
  file: EventFile,
  { config: { mC }, out, progress, signal }: StageContext<z.output<typeof config>>
): Promise<number> {
  let invalid = 0;
  async function* results(): AsyncGenerator<EventBatch> {
    for await (const batch of file.batches(COLUMNS)) {
      signal.throwIfAborted();
      const result = massVariables(batch, mC);
      invalid += countInvalid(result);
      yield result;
      progress.add(batch.length);
    }
  }
  const columns = ['event', 'mt2_b', 'mt2_ab'];
  progress.start('events', file.rows);
  await writeEvents(out.path('events'), { columns, ...file.metadata }, results());
  return invalid;
}

function massVariables(batch: EventBatch, mC: number): EventBatch {
  const events = antlerEvents(batch);
  return {
    length: batch.length,
    columns: {
      event: batch.columns.event,
      mt2_b: mt2Columns('b', events, mC),
      mt2_ab: mt2Columns('ab', events, mC),
    },
  };
}

/** Events without a value in at least one column. */
function countInvalid({ length, columns }: EventBatch): number {
  let invalid = 0;
  for (let i = 0; i < length; ++i) {
    if (!Number.isFinite(columns.mt2_b[i] + columns.mt2_ab[i])) ++invalid;
  }
  return invalid;
}
