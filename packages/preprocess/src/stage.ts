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
 * The file is read twice, first to count, so that memory stays flat and the split is exact. The
 * cross-section that a file states stays that of all events; the counts hold the efficiency of the
 * selection.
 */
export const stage = defineStage({
  name: 'preprocess',
  config,
  async run(context) {
    const file = await openEvents(context.inputs.generate.path('events'));
    try {
      const { kept, cutFlow } = await survey(file, context);
      const split = apportion(kept.events, context.config.split);
      checkTrainable(file.path, file.rows, kept.events, split[0]);
      checkWeights(file.path, cutFlow.all, kept);
      const scaling = scalingRecord();
      await writeSplitEvents(file, split, scaling, context);
      const events = namedCounts(split);
      const record = { schemaVersion: 1 as const, events, inputs: [...scaling.inputs] };
      await writeRecord(context.out.path('scaling'), scalingSchema, record);
      const { steps: cuts, efficiency } = cutFlow;
      return { counts: { read: file.rows, cuts, efficiency, kept: kept.events, events } };
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

/** Where events of negative weight outweigh the others, no mean and no loss has a meaning. */
function checkWeights(path: string, all: Weighed, kept: Weighed): void {
  for (const [{ events, weight }, which, remedy] of [
    [all, 'its', 'check the signs of the weights in the source'],
    [kept, 'the selected', 'loosen the cuts under preprocess.selection or use more events'],
  ] as const) {
    if (weight > 0) continue;
    throw new InputError(
      `${path}: the weights of ${which} ${events} events sum to ${weight}, expected more than 0; ${remedy}.`
    );
  }
}

interface Weighed {
  readonly events: number;
  readonly weight: number;
}
