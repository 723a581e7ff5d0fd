import { InputError, namedCounts, openEvents } from '@deelema/events';
import { scalingSchema, writeRecord } from '@deelema/records';
import { defineStage } from '@deelema/stage';
import { config } from './config.mjs';
import { scalingRecord } from './scaling.ts';
import { apportion } from './split.ts';
import { survey } from './survey.ts';
import { writeSplitEvents } from './write-split-events.ts';

/**
 * Selects events, divides them into training, validation and test, and records the scaling of the
 * network inputs.
 *
 * The file is read twice, first to count, so that memory stays flat and the split is exact.
 */
export const stage = defineStage({
  name: 'preprocess',
  config,
  async run(context) {
    const file = await openEvents(context.inputs.generate.path('events'));
    try {
      const { kept, dropped } = await survey(file, context);
      const split = apportion(kept, context.config.split);
      checkTrainable(file.path, file.rows, kept, split[0]);
      const scaling = scalingRecord();
      await writeSplitEvents(file, split, scaling, context);
      const events = namedCounts(split);
      const record = { schemaVersion: 1 as const, events, inputs: [...scaling.inputs] };
      await writeRecord(context.out.path('scaling'), scalingSchema, record);
      return { counts: { read: file.rows, kept, dropped, events } };
    } finally {
      await file.close();
    }
  },
});

function checkTrainable(path: string, read: number, kept: number, training: number): void {
  if (kept === 0) {
    throw new InputError(
      `${path}: none of ${read} events passes the selection; loosen the cuts under preprocess.selection.`
    );
  }
  if (training === 0) {
    throw new InputError(
      `${path}: ${kept} selected events leave none for training, expected at least 1; select more events or enlarge the first fraction of preprocess.split.`
    );
  }
}
